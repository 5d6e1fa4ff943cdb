-- Days on which somebody is away and owes no report: from the first to the last day (YYYY-MM-DD), both whole. kind: leave, sick, trip.
-- What was withdrawn stays, and counts no more; withdrawn_at is 0 until then. Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.absence (
    id           {identity},
    person       text   {ordinal} NOT NULL,
    kind         text   {ordinal} NOT NULL,
    from_day     text   {ordinal} NOT NULL,
    to_day       text   {ordinal} NOT NULL,
    note         text   NOT NULL,
    recorded_by  text   {ordinal} NOT NULL,
    recorded_at  bigint NOT NULL,
    withdrawn_by text   {ordinal} NOT NULL,
    withdrawn_at bigint NOT NULL
);
CREATE INDEX ocrm_absence_person ON ocrm.absence (person, to_day, id);
