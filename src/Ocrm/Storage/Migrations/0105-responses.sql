-- What somebody answers to a published version: answers is a JSON object of names and answers, while it is open as it was given, once it is
-- complete as the engine keeps it. party_id 0: of no customer, or anonymous; prospect 0: of no prospect. invitation 0: without one.
-- person is who asked, or filled it in with the customer. via: link, qr, anonymous, manager, list, campaign. state: open, complete,
-- screened (a quota was full, or a condition ended it), discarded. page is the name of the page that was reached. score and band are what
-- the version's scoring makes of it. at is when it was completed, 0 before; times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.response (
    id            {identity},
    questionnaire bigint   NOT NULL,
    number        bigint   NOT NULL,
    invitation    bigint   NOT NULL,
    campaign      bigint   NOT NULL,
    party_id      bigint   NOT NULL,
    recorded_for  bigint   NOT NULL,
    prospect      bigint   NOT NULL,
    entity        text     {ordinal} NOT NULL,
    unit          text     {ordinal} NOT NULL,
    person        text     {ordinal} NOT NULL,
    via           text     {ordinal} NOT NULL,
    language      text     {ordinal} NOT NULL,
    state         text     {ordinal} NOT NULL,
    page          text     NOT NULL,
    answers       text     NOT NULL,
    score         double precision NOT NULL,
    band          text     {ordinal} NOT NULL,
    started_at    bigint   NOT NULL,
    changed_at    bigint   NOT NULL,
    at            bigint   NOT NULL,
    version       bigint   NOT NULL
);
CREATE INDEX ocrm_response_questionnaire ON ocrm.response (questionnaire, state, at, id);
CREATE INDEX ocrm_response_party ON ocrm.response (party_id, at);
CREATE INDEX ocrm_response_invitation ON ocrm.response (invitation);
CREATE INDEX ocrm_response_campaign ON ocrm.response (campaign, state);
CREATE INDEX ocrm_response_person ON ocrm.response (person, state, changed_at);
