-- What is owed to a customer on a day, from every source: care, tiers' warnings, promises. due_on is yyyymmdd in the bank's time.
-- party_id is whose it is now, recorded_for for whom it was written. args is a JSON object of the words that the kind's text takes, never of
-- personal data. state is open, done, postponed or void; reason says why somebody postponed or voided it.
-- The unique key is what makes the daily job safe to run again: what stands here is not written twice, done or not.
CREATE TABLE ocrm.reminder (
    id           {identity},
    party_id     bigint  NOT NULL,
    recorded_for bigint  NOT NULL,
    entity       text    {ordinal} NOT NULL,
    unit         text    {ordinal} NOT NULL,
    manager      text    {ordinal} NOT NULL,
    kind         text    {ordinal} NOT NULL,
    due_on       integer NOT NULL,
    ref          text    {ordinal} NOT NULL,
    title        text    NOT NULL,
    args         text    NOT NULL,
    state        text    {ordinal} NOT NULL,
    reason       text    NOT NULL,
    created_at   bigint  NOT NULL,
    UNIQUE (party_id, entity, kind, ref, due_on)
);
CREATE INDEX ocrm_reminder_due ON ocrm.reminder (state, due_on, id);
CREATE INDEX ocrm_reminder_manager ON ocrm.reminder (manager, state, due_on, id);
CREATE INDEX ocrm_reminder_unit ON ocrm.reminder (unit, state, due_on, id);
CREATE INDEX ocrm_reminder_entity ON ocrm.reminder (entity, state, due_on, id);
