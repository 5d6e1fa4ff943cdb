-- The bank of questions: a question, or a block of several as one (type panel). entity '' is the whole province's. tags are words joined by
-- commas. state: offered, retired. current is the number of the newest version. Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.bank_item (
    id         {identity},
    entity     text   {ordinal} NOT NULL,
    unit       text   {ordinal} NOT NULL,
    owner      text   {ordinal} NOT NULL,
    title      text   {ordinal} NOT NULL,
    type       text   {ordinal} NOT NULL,
    tags       text   {ordinal} NOT NULL,
    state      text   {ordinal} NOT NULL,
    current    bigint NOT NULL,
    changed_by text   {ordinal} NOT NULL,
    changed_at bigint NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX ocrm_bank_item_changed ON ocrm.bank_item (changed_at, id);
CREATE INDEX ocrm_bank_item_entity ON ocrm.bank_item (entity, changed_at, id);

-- fragment is one element of SurveyJS's JSON; it never changes.
CREATE TABLE ocrm.bank_version (
    item     bigint NOT NULL,
    number   bigint NOT NULL,
    fragment text   NOT NULL,
    made_by  text   {ordinal} NOT NULL,
    made_at  bigint NOT NULL,
    PRIMARY KEY (item, number)
);

-- Where it is used: in the draft (number 0) and in published versions of questionnaires. name is under which its answers stand there, with the
-- repeated question before it where it is in one: members.age.
CREATE TABLE ocrm.bank_use (
    questionnaire bigint NOT NULL,
    number        bigint NOT NULL,
    name          text   {ordinal} NOT NULL,
    item          bigint NOT NULL,
    item_version  bigint NOT NULL,
    PRIMARY KEY (questionnaire, number, name)
);
CREATE INDEX ocrm_bank_use_item ON ocrm.bank_use (item, questionnaire, number);
