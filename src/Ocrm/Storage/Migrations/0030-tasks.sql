-- What somebody is to do, with or without a customer (party_id 0). Days are YYYY-MM-DD, in the bank's zone; times are milliseconds since 1970 UTC.
-- checklist is a JSON array of {text, done}; evidence 1 asks for a reference before the task is done. state: open, done, cancelled.
CREATE TABLE ocrm.task (
    id           {identity},
    party_id     bigint   NOT NULL,
    recorded_for bigint   NOT NULL,
    entity       text     {ordinal} NOT NULL,
    unit         text     {ordinal} NOT NULL,
    assignee     text     {ordinal} NOT NULL,
    creator      text     {ordinal} NOT NULL,
    title        text     {ordinal} NOT NULL,
    note         text     NOT NULL,
    priority     smallint NOT NULL,
    due_on       text     {ordinal} NOT NULL,
    state        text     {ordinal} NOT NULL,
    checklist    text     NOT NULL,
    evidence     smallint NOT NULL,
    reference    text     NOT NULL,
    result       text     NOT NULL,
    plan         bigint   NOT NULL,
    origin       text     {ordinal} NOT NULL,
    escalated_to text     {ordinal} NOT NULL,
    escalated_at bigint   NOT NULL,
    created_at   bigint   NOT NULL,
    done_at      bigint   NOT NULL,
    version      bigint   NOT NULL
);

-- Each sight reads its own tasks in the order of their days, all of them or those of one state.
CREATE INDEX ocrm_task_due ON ocrm.task (due_on, id);
CREATE INDEX ocrm_task_entity_due ON ocrm.task (entity, due_on, id);
CREATE INDEX ocrm_task_unit_due ON ocrm.task (unit, due_on, id);
CREATE INDEX ocrm_task_assignee_due ON ocrm.task (assignee, due_on, id);
CREATE INDEX ocrm_task_state ON ocrm.task (state, due_on, id);
CREATE INDEX ocrm_task_entity_state ON ocrm.task (entity, state, due_on, id);
CREATE INDEX ocrm_task_unit_state ON ocrm.task (unit, state, due_on, id);
CREATE INDEX ocrm_task_assignee_state ON ocrm.task (assignee, state, due_on, id);
CREATE INDEX ocrm_task_party ON ocrm.task (party_id, created_at);
CREATE INDEX ocrm_task_escalated ON ocrm.task (escalated_to, state, due_on);
CREATE INDEX ocrm_task_done ON ocrm.task (entity, done_at);

-- Tasks that belong together: steps is a JSON array of {title, note, offset (days from the start), checklist, evidence, priority}. One step is a template.
CREATE TABLE ocrm.plan (
    id         {identity},
    entity     text   {ordinal} NOT NULL,
    name       text   {ordinal} NOT NULL,
    steps      text   NOT NULL,
    state      text   {ordinal} NOT NULL,
    creator    text   NOT NULL,
    created_at bigint NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX ocrm_plan_entity ON ocrm.plan (entity, state, name);

-- Work that runs now and then, on one node at a time: the row is locked by who does it.
CREATE TABLE ocrm.job (
    name   text   NOT NULL PRIMARY KEY,
    due_at bigint NOT NULL
);
