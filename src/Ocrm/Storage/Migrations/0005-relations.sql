-- Whom a customer's systems name as related, so that a family and a group are found from every side of it.
CREATE TABLE ocrm.relation (
    party_id    bigint NOT NULL,
    relation    text   {ordinal} NOT NULL,
    relative_id bigint NOT NULL,
    PRIMARY KEY (party_id, relation, relative_id)
);
CREATE INDEX ocrm_relation_relative ON ocrm.relation (relative_id);
