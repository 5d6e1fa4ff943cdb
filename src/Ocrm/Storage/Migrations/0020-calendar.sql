-- What people have in their calendars. Times are milliseconds since 1970 UTC; ends is exclusive; a whole day begins at midnight of the bank's time.
-- recurs 1 is a series: rule is its RRULE (RFC 5545), except a JSON array of the starts that were taken out, until_at when its last occurrence
-- ends. A row with a series_id stands for the occurrence that would have begun at original_at. remind_at is when its person is next told, 0 never.
-- party_id is whose it is now and recorded_for for whom it was written, 0 where it concerns no customer.
CREATE TABLE ocrm.event (
    id             {identity},
    party_id       bigint   NOT NULL,
    recorded_for   bigint   NOT NULL,
    entity         text     {ordinal} NOT NULL,
    unit           text     {ordinal} NOT NULL,
    person         text     {ordinal} NOT NULL,
    uid            text     {ordinal} NOT NULL,
    series_id      bigint   NOT NULL,
    original_at    bigint   NOT NULL,
    title          text     NOT NULL,
    place          text     NOT NULL,
    note           text     NOT NULL,
    starts_at      bigint   NOT NULL,
    ends_at        bigint   NOT NULL,
    all_day        smallint NOT NULL,
    recurs         smallint NOT NULL,
    rule           text     NOT NULL,
    except_at      text     NOT NULL,
    until_at       bigint   NOT NULL,
    remind_minutes integer  NOT NULL,
    remind_at      bigint   NOT NULL,
    version        bigint   NOT NULL,
    created_at     bigint   NOT NULL,
    UNIQUE (person, uid, original_at)
);
-- A page reads what begins in its weeks, and the few series apart; each along an index of its own.
CREATE INDEX ocrm_event_starts ON ocrm.event (recurs, starts_at);
CREATE INDEX ocrm_event_person ON ocrm.event (person, recurs, starts_at);
CREATE INDEX ocrm_event_unit ON ocrm.event (unit, recurs, starts_at);
CREATE INDEX ocrm_event_entity ON ocrm.event (entity, recurs, starts_at);
CREATE INDEX ocrm_event_series ON ocrm.event (series_id, original_at);
CREATE INDEX ocrm_event_party ON ocrm.event (party_id);
CREATE INDEX ocrm_event_remind ON ocrm.event (remind_at);

-- Who is asked to come, to a whole series; answer is asked, accepted or declined.
CREATE TABLE ocrm.event_guest (
    event_id bigint NOT NULL,
    person   text   {ordinal} NOT NULL,
    answer   text   NOT NULL,
    PRIMARY KEY (event_id, person)
);
CREATE INDEX ocrm_event_guest_person ON ocrm.event_guest (person, event_id);

-- One secret address a person; of the secret only its SHA-256, so that whoever reads the table cannot read the calendars.
CREATE TABLE ocrm.calendar_feed (
    person      text   {ordinal} PRIMARY KEY,
    secret_hash text   {ordinal} NOT NULL UNIQUE,
    created_at  bigint NOT NULL,
    used_at     bigint NOT NULL
);
