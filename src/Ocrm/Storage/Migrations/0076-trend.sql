-- What active customers had at the ends of the last twelve months, summed by all that a sight asks for, so that a large scope's past is read and
-- not unpacked while somebody waits. Money is in cents, month is yyyymm; the accounts are those whose past goes back so far. Made anew by a job.
CREATE TABLE ocrm.standing_trend (
    entity           text    {ordinal} NOT NULL,
    unit             text    {ordinal} NOT NULL,
    manager          text    {ordinal} NOT NULL,
    place            text    {ordinal} NOT NULL,
    assistant        text    {ordinal} NOT NULL,
    second_assistant text    {ordinal} NOT NULL,
    former           text    {ordinal} NOT NULL,
    month            integer NOT NULL,
    customers        bigint  NOT NULL,
    deposits         bigint  NOT NULL,
    deposit_accounts bigint  NOT NULL,
    loans            bigint  NOT NULL,
    loan_accounts    bigint  NOT NULL,
    PRIMARY KEY (entity, unit, manager, place, assistant, second_assistant, former, month)
);
CREATE INDEX ocrm_standing_trend_unit ON ocrm.standing_trend (unit);
CREATE INDEX ocrm_standing_trend_manager ON ocrm.standing_trend (manager);
CREATE INDEX ocrm_standing_trend_place ON ocrm.standing_trend (place);
CREATE INDEX ocrm_standing_trend_assistant ON ocrm.standing_trend (assistant) WHERE assistant <> '';
CREATE INDEX ocrm_standing_trend_second_assistant ON ocrm.standing_trend (second_assistant) WHERE second_assistant <> '';
CREATE INDEX ocrm_standing_trend_former ON ocrm.standing_trend (former) WHERE former <> '';
