-- What customers agreed to. Times are milliseconds since 1970 UTC; '' and 0 say that there is nothing.

-- What was read to a customer or signed by them, word for word; a changed wording is a new version, none is ever changed.
-- An empty entity is the province's own wording, for legal entities that have none.
CREATE TABLE ocrm.consent_wording (
    id      {identity},
    entity  text   {ordinal} NOT NULL,
    purpose text   {ordinal} NOT NULL,
    version bigint NOT NULL,
    wording text   NOT NULL,
    person  text   NOT NULL,
    at      bigint NOT NULL,
    UNIQUE (entity, purpose, version)
);
INSERT INTO ocrm.consent_wording (entity, purpose, version, wording, person, at) VALUES
    ('', 'marketing', 1, '本人同意贵社通过所选渠道向本人介绍存款、贷款、理财及代理产品。本人可随时撤回同意，撤回不影响已办理的业务。', '', 0),
    ('', 'survey', 1, '本人同意贵社通过所选渠道邀请本人参加问卷调查，答卷仅用于改进服务。本人可随时撤回同意。', '', 0),
    ('', 'care', 1, '本人同意贵社通过所选渠道在生日及节日向本人致以问候。本人可随时撤回同意。', '', 0);

-- A consent is open until it is withdrawn; to give it again is a new row. party_id is whose it is now, recorded_for whose it was then.
CREATE TABLE ocrm.consent (
    id            {identity},
    party_id      bigint NOT NULL,
    recorded_for  bigint NOT NULL,
    entity        text   {ordinal} NOT NULL,
    purpose       text   {ordinal} NOT NULL,
    channel       text   {ordinal} NOT NULL,
    wording_id    bigint NOT NULL,
    evidence_kind text   {ordinal} NOT NULL,
    evidence      text   NOT NULL,
    given_by      text   {ordinal} NOT NULL,
    given_at      bigint NOT NULL,
    withdrawn_by  text   {ordinal} NOT NULL,
    withdrawn_at  bigint NOT NULL,
    withdrawn_how text   NOT NULL
);
CREATE INDEX ocrm_consent_party ON ocrm.consent (party_id, entity, purpose, channel);
CREATE INDEX ocrm_consent_recorded ON ocrm.consent (recorded_for);
CREATE INDEX ocrm_consent_given ON ocrm.consent (given_at, id);
CREATE INDEX ocrm_consent_entity_given ON ocrm.consent (entity, given_at, id)
