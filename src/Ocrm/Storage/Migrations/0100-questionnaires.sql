-- Questionnaires: draft is the document being designed (SurveyJS's JSON), changed with its version counted; what was published lies in
-- ocrm.questionnaire_version and never changes. entity '' is the whole province's. kind: survey, risk, investigation, satisfaction, need.
-- anonymous 1 promises that answers are never brought together with who gave them. state: draft, published, closed. current is the number
-- of the version that is asked, 0 before the first. Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.questionnaire (
    id         {identity},
    entity     text     {ordinal} NOT NULL,
    unit       text     {ordinal} NOT NULL,
    owner      text     {ordinal} NOT NULL,
    title      text     {ordinal} NOT NULL,
    kind       text     {ordinal} NOT NULL,
    anonymous  smallint NOT NULL,
    state      text     {ordinal} NOT NULL,
    current    bigint   NOT NULL,
    draft      text     NOT NULL,
    changed_by text     {ordinal} NOT NULL,
    changed_at bigint   NOT NULL,
    created_at bigint   NOT NULL,
    version    bigint   NOT NULL
);
CREATE INDEX ocrm_questionnaire_changed ON ocrm.questionnaire (changed_at, id);
CREATE INDEX ocrm_questionnaire_entity ON ocrm.questionnaire (entity, changed_at, id);

-- What was published: document is asked as it stands here for ever.
CREATE TABLE ocrm.questionnaire_version (
    questionnaire bigint NOT NULL,
    number        bigint NOT NULL,
    document      text   NOT NULL,
    note          text   NOT NULL,
    published_by  text   {ordinal} NOT NULL,
    published_at  bigint NOT NULL,
    PRIMARY KEY (questionnaire, number)
);
