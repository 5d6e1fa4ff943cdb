-- Customers that go from one manager to another: proposed, approved by a second person, done on a day, and undone if need be.
-- state is proposed, approved, running, done, undoing, undone, rejected or withdrawn; dates are yyyymmdd in the bank's time.
CREATE TABLE ocrm.handover (
    id           {identity},
    entity       text   {ordinal} NOT NULL,
    from_person  text   {ordinal} NOT NULL,
    to_person    text   {ordinal} NOT NULL,
    state        text   {ordinal} NOT NULL,
    customers    bigint NOT NULL,
    note         text   NOT NULL,
    effective_on integer NOT NULL,
    reads_until  integer NOT NULL,
    made_by      text   NOT NULL,
    made_at      bigint NOT NULL,
    done_at      bigint NOT NULL
);
CREATE INDEX ocrm_handover_state ON ocrm.handover (state, effective_on, id);
CREATE INDEX ocrm_handover_entity ON ocrm.handover (entity, id);

-- One row a customer; moved is 1 once they are the new manager's. previous is whose they were.
CREATE TABLE ocrm.handover_customer (
    handover_id bigint   NOT NULL,
    customer_id bigint   NOT NULL,
    previous    text     {ordinal} NOT NULL,
    moved       smallint NOT NULL,
    PRIMARY KEY (handover_id, customer_id)
);
CREATE INDEX ocrm_handover_customer_moved ON ocrm.handover_customer (handover_id, moved, customer_id);

-- Who looked after the customer before and may read on for a while; 0 and '' where nobody may.
ALTER TABLE ocrm.customer ADD COLUMN former text {ordinal} NOT NULL DEFAULT '';
ALTER TABLE ocrm.customer ADD COLUMN former_until integer NOT NULL DEFAULT 0;
CREATE INDEX ocrm_customer_former ON ocrm.customer (former, changed_at, id);
CREATE INDEX ocrm_customer_former_until ON ocrm.customer (former_until, id);
