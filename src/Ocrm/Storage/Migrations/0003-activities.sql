-- What happened with customers, and what people did: the timeline, the work log and the dashboards read it. party_id 0 is nobody's.
-- Rows of a customer, here and in every table that follows merges and splits: party_id is whose they are now, recorded_for whose they were
-- when they were written.
CREATE TABLE ocrm.activity (
    id           {identity},
    party_id     bigint NOT NULL,
    recorded_for bigint NOT NULL,
    entity       text {ordinal} NOT NULL,
    unit         text {ordinal} NOT NULL,
    person       text {ordinal} NOT NULL,
    at           bigint NOT NULL,
    kind         text {ordinal} NOT NULL,
    subject      text NOT NULL,
    detail       text NOT NULL,
    ref          text NOT NULL
);
CREATE INDEX ocrm_activity_party ON ocrm.activity (party_id, at, id);
CREATE INDEX ocrm_activity_person ON ocrm.activity (person, at, id);
CREATE INDEX ocrm_activity_unit ON ocrm.activity (unit, at, id);
CREATE INDEX ocrm_activity_entity ON ocrm.activity (entity, at, id);

-- Whose each source record is, and was: until is 0 where it is so now. Holdings hang on keys; after a split the past tells what is whose.
CREATE TABLE ocrm.source_key (
    system   text {ordinal} NOT NULL,
    key      text {ordinal} NOT NULL,
    since    bigint NOT NULL,
    until    bigint NOT NULL,
    party_id bigint NOT NULL,
    PRIMARY KEY (system, key, since)
);
CREATE INDEX ocrm_source_key_party ON ocrm.source_key (party_id);

-- Who was merged, into whom, and whose customer they were in each legal entity. Their numbers redirect for ever.
CREATE TABLE ocrm.merged (
    party_id bigint NOT NULL PRIMARY KEY,
    number   text {ordinal} NOT NULL,
    heir_id  bigint NOT NULL,
    at       bigint NOT NULL
);
CREATE INDEX ocrm_merged_number ON ocrm.merged (number);
CREATE INDEX ocrm_merged_heir ON ocrm.merged (heir_id);
CREATE TABLE ocrm.merged_owner (
    party_id bigint NOT NULL,
    entity   text {ordinal} NOT NULL,
    manager  text {ordinal} NOT NULL,
    PRIMARY KEY (party_id, entity)
);

-- What a split left ambiguous: a row that was written while two customers were one. State 0 is open, 1 stays, 2 went over.
CREATE TABLE ocrm.review (
    id         {identity},
    split_from bigint NOT NULL,
    split_to   bigint NOT NULL,
    entity     text {ordinal} NOT NULL,
    what       text NOT NULL,
    row_id     bigint NOT NULL,
    written_at bigint NOT NULL,
    found_at   bigint NOT NULL,
    state      smallint NOT NULL,
    decided_by text NOT NULL,
    decided_at bigint NOT NULL,
    UNIQUE (what, row_id, split_to)
);
CREATE INDEX ocrm_review_open ON ocrm.review (state, entity, id);

ALTER TABLE ocrm.edit ADD COLUMN recorded_for bigint NOT NULL DEFAULT 0;
UPDATE ocrm.edit SET recorded_for = party_id;
ALTER TABLE ocrm.edit ADD COLUMN entity text NOT NULL DEFAULT '';

-- What the customer has here, in cents; the tier, by rule; and the last visit or call.
ALTER TABLE ocrm.customer ADD COLUMN deposits bigint NOT NULL DEFAULT 0;
ALTER TABLE ocrm.customer ADD COLUMN loans bigint NOT NULL DEFAULT 0;
ALTER TABLE ocrm.customer ADD COLUMN wealth bigint NOT NULL DEFAULT 0;
ALTER TABLE ocrm.customer ADD COLUMN tier text NOT NULL DEFAULT '';
ALTER TABLE ocrm.customer ADD COLUMN last_contact bigint NOT NULL DEFAULT 0;
CREATE INDEX ocrm_customer_deposits ON ocrm.customer (deposits, id);
CREATE INDEX ocrm_customer_entity_deposits ON ocrm.customer (entity, deposits, id);
CREATE INDEX ocrm_customer_unit_deposits ON ocrm.customer (unit, deposits, id);
CREATE INDEX ocrm_customer_manager_deposits ON ocrm.customer (manager, deposits, id);
