-- Customers whom a person keeps an eye on, whosever they are.
CREATE TABLE ocrm.followed (
    id           {identity},
    party_id     bigint NOT NULL,
    recorded_for bigint NOT NULL,
    entity       text   {ordinal} NOT NULL,
    person       text   {ordinal} NOT NULL,
    at           bigint NOT NULL,
    UNIQUE (person, party_id, entity)
);
CREATE INDEX ocrm_followed_party ON ocrm.followed (party_id, entity);
