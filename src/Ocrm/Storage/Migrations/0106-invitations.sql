-- Invitations to answer a questionnaire, each with a link of its own. The link is signed with a key that does not lie here, and stamp, which
-- does, is of no use without it: nothing in this table opens a link. key names an invitation for ever: what is added again under it is there
-- already. party_id 0 and prospect 0: of nobody in particular. via: link, qr, anonymous, manager, list, campaign. uses is how many complete
-- answers the link is good for, 0 for any number; used counts them where it is bound. state: open, answered, withdrawn. remind_by: '', mail,
-- sms, person; remind_left is how often still, the next time at remind_at, then every remind_days. Of an anonymous questionnaire answered_at
-- is the day alone. Times are milliseconds since 1970 UTC, 0 for never.
CREATE TABLE ocrm.invitation (
    id            {identity},
    key           text     {ordinal} NOT NULL UNIQUE,
    questionnaire bigint   NOT NULL,
    party_id      bigint   NOT NULL,
    recorded_for  bigint   NOT NULL,
    prospect      bigint   NOT NULL,
    campaign      bigint   NOT NULL,
    entity        text     {ordinal} NOT NULL,
    unit          text     {ordinal} NOT NULL,
    person        text     {ordinal} NOT NULL,
    via           text     {ordinal} NOT NULL,
    uses          bigint   NOT NULL,
    used          bigint   NOT NULL,
    stamp         text     {ordinal} NOT NULL,
    state         text     {ordinal} NOT NULL,
    remind_by     text     {ordinal} NOT NULL,
    remind_days   bigint   NOT NULL,
    remind_left   bigint   NOT NULL,
    remind_at     bigint   NOT NULL,
    expires_at    bigint   NOT NULL,
    answered_at   bigint   NOT NULL,
    created_at    bigint   NOT NULL
);
CREATE INDEX ocrm_invitation_questionnaire ON ocrm.invitation (questionnaire, id);
CREATE INDEX ocrm_invitation_party ON ocrm.invitation (party_id, id);
CREATE INDEX ocrm_invitation_recorded ON ocrm.invitation (recorded_for);
CREATE INDEX ocrm_invitation_entity ON ocrm.invitation (entity, id);
CREATE INDEX ocrm_invitation_person ON ocrm.invitation (person, id);
CREATE INDEX ocrm_invitation_remind ON ocrm.invitation (remind_at) WHERE remind_at > 0;

-- By what an answer is found again: a hash of what only the link (and the key that is not here) gives. One for each link that is good for
-- once, so that it has one answer however often it is sent. Once an anonymous answer is complete, response becomes 0: then nothing here leads
-- from who was asked to what was answered, and the row only says that the link was used.
CREATE TABLE ocrm.answer_key (
    hash       text   {ordinal} NOT NULL PRIMARY KEY,
    invitation bigint NOT NULL,
    response   bigint NOT NULL,
    anonymous  smallint NOT NULL
);
CREATE INDEX ocrm_answer_key_anonymous ON ocrm.answer_key (response) WHERE anonymous = 1 AND response > 0;

-- How many complete answers count to a quota, over all versions of the questionnaire.
CREATE TABLE ocrm.quota_count (
    questionnaire bigint NOT NULL,
    name          text   {ordinal} NOT NULL,
    used          bigint NOT NULL,
    PRIMARY KEY (questionnaire, name)
);

-- Files of answers; their bytes lie with those of documents. An answer names one as "file/HASH".
CREATE TABLE ocrm.answer_file (
    response     bigint NOT NULL,
    hash         text   {ordinal} NOT NULL,
    entity       text   {ordinal} NOT NULL,
    name         text   NOT NULL,
    content_type text   {ordinal} NOT NULL,
    blob_id      bigint NOT NULL,
    bytes        bigint NOT NULL,
    PRIMARY KEY (response, hash)
);
CREATE INDEX ocrm_answer_file_blob ON ocrm.answer_file (blob_id);
