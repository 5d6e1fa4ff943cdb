-- Who assists a customer's manager in a legal entity, and with which share of the result, in percent; the manager has the rest. Two at most: slot is 1 or 2.
CREATE TABLE ocrm.assistant (
    id           {identity},
    party_id     bigint   NOT NULL,
    recorded_for bigint   NOT NULL,
    entity       text     {ordinal} NOT NULL,
    slot         smallint NOT NULL,
    person       text     {ordinal} NOT NULL,
    share        smallint NOT NULL,
    by_person    text     NOT NULL,
    at           bigint   NOT NULL,
    UNIQUE (party_id, entity, slot)
);
CREATE INDEX ocrm_assistant_person ON ocrm.assistant (person, party_id);

-- The same beside the customer, since whoever assists sees them: kept in the transaction that changes the rows above.
ALTER TABLE ocrm.customer ADD COLUMN assistant text {ordinal} NOT NULL DEFAULT '';
ALTER TABLE ocrm.customer ADD COLUMN second_assistant text {ordinal} NOT NULL DEFAULT '';
CREATE INDEX ocrm_customer_assistant ON ocrm.customer (assistant, changed_at, id) WHERE assistant <> '';
CREATE INDEX ocrm_customer_second_assistant ON ocrm.customer (second_assistant, changed_at, id) WHERE second_assistant <> '';

-- Sums are kept by all that a sight asks for, so by assistants too. They are made anew.
DROP TABLE ocrm.standing;
CREATE TABLE ocrm.standing (
    entity           text   {ordinal} NOT NULL,
    unit             text   {ordinal} NOT NULL,
    manager          text   {ordinal} NOT NULL,
    place            text   {ordinal} NOT NULL,
    assistant        text   {ordinal} NOT NULL,
    second_assistant text   {ordinal} NOT NULL,
    former           text   {ordinal} NOT NULL,
    customers        bigint NOT NULL,
    opened           bigint NOT NULL,
    contacted        bigint NOT NULL,
    deposits         bigint NOT NULL,
    loans            bigint NOT NULL,
    wealth           bigint NOT NULL,
    deposits_before  bigint NOT NULL,
    loans_before     bigint NOT NULL,
    PRIMARY KEY (entity, unit, manager, place, assistant, second_assistant, former)
);
CREATE INDEX ocrm_standing_unit ON ocrm.standing (unit);
CREATE INDEX ocrm_standing_manager ON ocrm.standing (manager);
CREATE INDEX ocrm_standing_place ON ocrm.standing (place);
CREATE INDEX ocrm_standing_assistant ON ocrm.standing (assistant) WHERE assistant <> '';
CREATE INDEX ocrm_standing_second_assistant ON ocrm.standing (second_assistant) WHERE second_assistant <> '';
CREATE INDEX ocrm_standing_former ON ocrm.standing (former) WHERE former <> '';
DELETE FROM ocrm.standing_at;
