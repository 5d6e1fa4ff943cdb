-- Messages to customers, one row each, sent at most once. key is the caller's name of it ("campaign/12/step/2/target/77"). party_id is whose
-- it is now, 0 nobody's (a prospect's), recorded_for whose it was then. channel: mail, sms, inapp. state: queued, held, sending, sent, refused,
-- in-doubt, cancelled. at is from when it may be sent while it is queued or held, and when it came to its state otherwise. attempt counts what
-- was sent anew because somebody said so; tries counts how often an attempt came back unsent. message_id is that of the attempt, '' before the
-- first is begun. line is the connection that sent it last. outcome is a code or the peer's reply code, never a text of the peer's, which may
-- repeat the address. decided_by is who said "let be" of one in doubt, '' while nobody did. Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.outgoing (
    id           {identity},
    key          text     {ordinal} NOT NULL UNIQUE,
    party_id     bigint   NOT NULL,
    recorded_for bigint   NOT NULL,
    entity       text     {ordinal} NOT NULL,
    purpose      text     {ordinal} NOT NULL,
    channel      text     {ordinal} NOT NULL,
    address      text     {ordinal} NOT NULL,
    subject      text     NOT NULL,
    body         text     NOT NULL,
    person       text     {ordinal} NOT NULL,
    state        text     {ordinal} NOT NULL,
    attempt      bigint   NOT NULL,
    tries        bigint   NOT NULL,
    message_id   text     {ordinal} NOT NULL,
    line         text     {ordinal} NOT NULL,
    outcome      text     {ordinal} NOT NULL,
    decided_by   text     {ordinal} NOT NULL,
    at           bigint   NOT NULL,
    created_at   bigint   NOT NULL
);
CREATE INDEX ocrm_outgoing_state ON ocrm.outgoing (channel, state, at, id);
CREATE INDEX ocrm_outgoing_created ON ocrm.outgoing (created_at, id);
CREATE INDEX ocrm_outgoing_party ON ocrm.outgoing (party_id);
CREATE INDEX ocrm_outgoing_recorded ON ocrm.outgoing (recorded_for);

-- Processes that send over a channel. What the lines of one whose lease ran out were sending is in doubt.
CREATE TABLE ocrm.sender (
    name       text   {ordinal} NOT NULL PRIMARY KEY,
    channel    text   {ordinal} NOT NULL,
    expires_at bigint NOT NULL
);
