-- Whose a customer is in a legal entity, apart from what ECIF says of the customer: a row for every row of ocrm.customer, short and with few
-- indexes, so that a hundred thousand customers change hands in seconds, and what the customer master says anew rewrites none of it.
CREATE TABLE ocrm.owner (
    party_id         bigint  NOT NULL,
    entity           text    {ordinal} NOT NULL,
    manager          text    {ordinal} NOT NULL DEFAULT '',
    assistant        text    {ordinal} NOT NULL DEFAULT '',
    second_assistant text    {ordinal} NOT NULL DEFAULT '',
    former           text    {ordinal} NOT NULL DEFAULT '',
    former_until     integer NOT NULL DEFAULT 0,
    claimed_at       bigint  NOT NULL DEFAULT 0,
    version          bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (party_id, entity)
);
INSERT INTO ocrm.owner (party_id, entity, manager, assistant, second_assistant, former, former_until, claimed_at)
    SELECT party_id, entity, manager, assistant, second_assistant, former, former_until, claimed_at FROM ocrm.customer;
CREATE INDEX ocrm_owner_manager ON ocrm.owner (manager, entity);
CREATE INDEX ocrm_owner_assistant ON ocrm.owner (assistant) WHERE assistant <> '';
CREATE INDEX ocrm_owner_second_assistant ON ocrm.owner (second_assistant) WHERE second_assistant <> '';
CREATE INDEX ocrm_owner_former ON ocrm.owner (former) WHERE former <> '';
CREATE INDEX ocrm_owner_former_until ON ocrm.owner (former_until) WHERE former_until > 0;
CREATE INDEX ocrm_owner_claimed ON ocrm.owner (entity, claimed_at) WHERE claimed_at > 0;

-- SQLite drops no column that an index has; there these are the indexes' names. PostgreSQL knows none of these, and drops them with the columns.
DROP INDEX IF EXISTS ocrm.customer_manager_name;
DROP INDEX IF EXISTS ocrm.customer_manager_changed;
DROP INDEX IF EXISTS ocrm.customer_manager_opened;
DROP INDEX IF EXISTS ocrm.customer_manager_deposits;
DROP INDEX IF EXISTS ocrm.customer_former;
DROP INDEX IF EXISTS ocrm.customer_former_until;
DROP INDEX IF EXISTS ocrm.customer_assistant;
DROP INDEX IF EXISTS ocrm.customer_second_assistant;
DROP INDEX IF EXISTS ocrm.customer_claimed;
DROP INDEX IF EXISTS ocrm.customer_pool;
DROP INDEX IF EXISTS ocrm.customer_pool_entity;
DROP INDEX IF EXISTS ocrm.customer_pool_unit;
ALTER TABLE ocrm.customer DROP COLUMN manager;
ALTER TABLE ocrm.customer DROP COLUMN assistant;
ALTER TABLE ocrm.customer DROP COLUMN second_assistant;
ALTER TABLE ocrm.customer DROP COLUMN former;
ALTER TABLE ocrm.customer DROP COLUMN former_until;
ALTER TABLE ocrm.customer DROP COLUMN claimed_at
