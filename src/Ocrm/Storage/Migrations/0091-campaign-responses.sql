-- What came back from targets. kind: interested, not-interested, wrong-contact, complaint, answered, opened. person is who wrote it down, ''
-- where it came by itself; ref is what it came by, as "response/12" or "link/7". Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.campaign_response (
    id       {identity},
    campaign bigint NOT NULL,
    target   bigint NOT NULL,
    kind     text   {ordinal} NOT NULL,
    note     text   NOT NULL,
    person   text   {ordinal} NOT NULL,
    ref      text   {ordinal} NOT NULL,
    at       bigint NOT NULL
);
CREATE INDEX ocrm_campaign_response_target ON ocrm.campaign_response (target, id);
CREATE INDEX ocrm_campaign_response_campaign ON ocrm.campaign_response (campaign, kind, at);
CREATE UNIQUE INDEX ocrm_campaign_response_ref ON ocrm.campaign_response (target, ref) WHERE ref <> '';

-- Links that lead from a message or a QR code (target 0) to where the step says. token is random and all that an address has of them.
CREATE TABLE ocrm.campaign_link (
    id        {identity},
    campaign  bigint NOT NULL,
    step      bigint NOT NULL,
    target    bigint NOT NULL,
    token     text   {ordinal} NOT NULL UNIQUE,
    opened    bigint NOT NULL,
    opened_at bigint NOT NULL,
    UNIQUE (campaign, step, target)
);
CREATE INDEX ocrm_campaign_contact_doubt ON ocrm.campaign_contact (campaign, id) WHERE state = 'doubt';
