-- Answers a second time, as analysis reads them: all finished responses (complete or screened) of a version whose ids begin with the same bits
-- (id / 4096) are one block of packed columns. revision is the last change that it holds.
CREATE TABLE ocrm.answer_block (
    questionnaire bigint  NOT NULL,
    number        bigint  NOT NULL,
    block         bigint  NOT NULL,
    revision      bigint  NOT NULL,
    content       bytea   NOT NULL,
    PRIMARY KEY (questionnaire, number, block)
);

-- Which finished responses changed and are not packed yet; written by a trigger in the transaction that changes them, whoever that is.
CREATE TABLE ocrm.answer_change (
    id            {identity},
    questionnaire bigint NOT NULL,
    number        bigint NOT NULL,
    response      bigint NOT NULL
);

-- Those still open, by what a rate of response is shown by.
CREATE INDEX ocrm_response_open ON ocrm.response (questionnaire, number, entity, unit, person, via) WHERE state = 'open';
