-- What customers had at the end of a month, in cents, from the packed past of their holdings; month is yyyymm. Made anew by a job.
CREATE TABLE ocrm.month_end (
    party_id bigint  NOT NULL,
    entity   text    {ordinal} NOT NULL,
    month    integer NOT NULL,
    deposits bigint  NOT NULL,
    loans    bigint  NOT NULL,
    PRIMARY KEY (party_id, entity)
);

-- Sums of active customers by all that a sight asks for, so that a scope too large to be added up while somebody waits reads some thousands of
-- rows. Money is in cents; before is the end of last month, opened since then, contacted in the last 90 days. Made anew by a job.
CREATE TABLE ocrm.standing (
    entity          text   {ordinal} NOT NULL,
    unit            text   {ordinal} NOT NULL,
    manager         text   {ordinal} NOT NULL,
    place           text   {ordinal} NOT NULL,
    former          text   {ordinal} NOT NULL,
    customers       bigint NOT NULL,
    opened          bigint NOT NULL,
    contacted       bigint NOT NULL,
    deposits        bigint NOT NULL,
    loans           bigint NOT NULL,
    wealth          bigint NOT NULL,
    deposits_before bigint NOT NULL,
    loans_before    bigint NOT NULL,
    PRIMARY KEY (entity, unit, manager, place, former)
);
CREATE INDEX ocrm_standing_unit ON ocrm.standing (unit);
CREATE INDEX ocrm_standing_manager ON ocrm.standing (manager);
CREATE INDEX ocrm_standing_place ON ocrm.standing (place);
CREATE INDEX ocrm_standing_former ON ocrm.standing (former);

-- The same of work: open tasks, and what was done since the end of last month.
CREATE TABLE ocrm.standing_work (
    entity  text   {ordinal} NOT NULL,
    unit    text   {ordinal} NOT NULL,
    person  text   {ordinal} NOT NULL,
    due     bigint NOT NULL,
    overdue bigint NOT NULL,
    done    bigint NOT NULL,
    visits  bigint NOT NULL,
    calls   bigint NOT NULL,
    PRIMARY KEY (entity, unit, person)
);
CREATE INDEX ocrm_standing_work_unit ON ocrm.standing_work (unit);
CREATE INDEX ocrm_standing_work_person ON ocrm.standing_work (person);

-- When a legal entity's sums were made (name is its code), and when the ends of months (name is month-end), of which month (yyyymm).
CREATE TABLE ocrm.standing_at (
    name  text    {ordinal} NOT NULL PRIMARY KEY,
    at    bigint  NOT NULL,
    month integer NOT NULL
);
