-- The public pool: customers who are nobody's, where the legal entity's policy opens it.
-- When the manager took the customer out of the pool; 0: they were given to somebody.
ALTER TABLE ocrm.customer ADD COLUMN claimed_at bigint NOT NULL DEFAULT 0;
CREATE INDEX ocrm_customer_claimed ON ocrm.customer (entity, claimed_at) WHERE claimed_at > 0;
CREATE INDEX ocrm_customer_pool ON ocrm.customer (opened_at, id) WHERE manager = '' AND status = 'active';
CREATE INDEX ocrm_customer_pool_entity ON ocrm.customer (entity, opened_at, id) WHERE manager = '' AND status = 'active';
CREATE INDEX ocrm_customer_pool_unit ON ocrm.customer (unit, opened_at, id) WHERE manager = '' AND status = 'active';

-- Legal entities whose policy keeps the pool shut.
CREATE TABLE ocrm.pool_shut (
    entity text {ordinal} NOT NULL PRIMARY KEY
);

-- What went in and out. kind is claimed, returned (by the manager, with a reason) or expired (nobody met the customer in time).
CREATE TABLE ocrm.pool_move (
    id           {identity},
    party_id     bigint NOT NULL,
    recorded_for bigint NOT NULL,
    entity       text   {ordinal} NOT NULL,
    unit         text   {ordinal} NOT NULL,
    person       text   {ordinal} NOT NULL,
    kind         text   {ordinal} NOT NULL,
    reason       text   NOT NULL,
    at           bigint NOT NULL
);
CREATE INDEX ocrm_pool_move_party ON ocrm.pool_move (party_id, entity, at);

-- How many customers somebody took on a day (yyyymmdd); the row is the lock under which the limits are looked at.
CREATE TABLE ocrm.claimer (
    person text    {ordinal} NOT NULL,
    entity text    {ordinal} NOT NULL,
    day    integer NOT NULL,
    claims integer NOT NULL,
    PRIMARY KEY (person, entity)
);
