-- Visits and calls, planned and done. Times are milliseconds since 1970 UTC, 0 where there is none. kind: visit, call; state: planned, done, cancelled.
-- outcome: reached, absent, refused, agreed; photos is a JSON array of references. next_ref is what became of the next step, as "task/12".
CREATE TABLE ocrm.visit (
    id         {identity},
    entity     text   {ordinal} NOT NULL,
    unit       text   {ordinal} NOT NULL,
    person     text   {ordinal} NOT NULL,
    kind       text   {ordinal} NOT NULL,
    state      text   {ordinal} NOT NULL,
    customers  text   {ordinal} NOT NULL,
    purpose    text   {ordinal} NOT NULL,
    place      text   {ordinal} NOT NULL,
    at         bigint NOT NULL,
    done_at    bigint NOT NULL,
    outcome    text   {ordinal} NOT NULL,
    result     text   NOT NULL,
    photos     text   NOT NULL,
    next_ref   text   NOT NULL,
    created_at bigint NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX ocrm_visit_at ON ocrm.visit (at, id);
CREATE INDEX ocrm_visit_entity_at ON ocrm.visit (entity, at, id);
CREATE INDEX ocrm_visit_unit_at ON ocrm.visit (unit, at, id);
CREATE INDEX ocrm_visit_person_at ON ocrm.visit (person, at, id);
CREATE INDEX ocrm_visit_person_state ON ocrm.visit (person, state, at);

-- Whom a visit or call is with; customers above holds their names as they were called then, for lists.
CREATE TABLE ocrm.visit_customer (
    id           {identity},
    visit_id     bigint NOT NULL,
    party_id     bigint NOT NULL,
    recorded_for bigint NOT NULL,
    entity       text   {ordinal} NOT NULL,
    created_at   bigint NOT NULL,
    UNIQUE (visit_id, party_id)
);
CREATE INDEX ocrm_visit_customer_party ON ocrm.visit_customer (party_id, created_at);
