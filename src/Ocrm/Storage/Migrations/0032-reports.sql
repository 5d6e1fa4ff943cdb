-- Daily reports as they were submitted: what was counted stays, whatever is written down later. One a person, legal entity and day (YYYY-MM-DD).
-- state: submitted, returned, accepted. odd: what is out of the ordinary, codes joined by commas. records: a JSON array of ids of ocrm.activity,
-- so that customers stay out of it and follow merges there. notes: a JSON array of {at, by, act, text}, the oldest first. Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.report (
    id           {identity},
    person       text     {ordinal} NOT NULL,
    entity       text     {ordinal} NOT NULL,
    unit         text     {ordinal} NOT NULL,
    day          text     {ordinal} NOT NULL,
    state        text     {ordinal} NOT NULL,
    late         smallint NOT NULL,
    odd          text     {ordinal} NOT NULL,
    visits       integer  NOT NULL,
    calls        integer  NOT NULL,
    contacts     integer  NOT NULL,
    reached      integer  NOT NULL,
    tasks        integer  NOT NULL,
    nexts        integer  NOT NULL,
    overdue      integer  NOT NULL,
    records      text     NOT NULL,
    remarks      text     NOT NULL,
    notes        text     NOT NULL,
    submitted_at bigint   NOT NULL,
    version      bigint   NOT NULL,
    UNIQUE (person, entity, day)
);
CREATE INDEX ocrm_report_day ON ocrm.report (day, id);
CREATE INDEX ocrm_report_entity_day ON ocrm.report (entity, day, id);
CREATE INDEX ocrm_report_unit_day ON ocrm.report (unit, day, id);
CREATE INDEX ocrm_report_person_day ON ocrm.report (person, day, id);
