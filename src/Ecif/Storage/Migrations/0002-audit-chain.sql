-- What people did, as a chain: each row's hash covers the one before it. What was written before there was a chain is kept beside it.
CREATE TABLE ecif.audit_unchained AS SELECT * FROM ecif.audit;
DROP TABLE ecif.audit;
CREATE TABLE ecif.audit (
    id      bigint PRIMARY KEY,
    at      bigint NOT NULL,
    who     text   NOT NULL,
    origin  text   NOT NULL,
    act     text   NOT NULL,
    subject text   NOT NULL,
    reason  text   NOT NULL,
    before  text   NOT NULL,
    after   text   NOT NULL,
    hash    text   NOT NULL
);
CREATE INDEX ecif_audit_at ON ecif.audit (at);
CREATE INDEX ecif_audit_who ON ecif.audit (who, id);
CREATE INDEX ecif_audit_subject ON ecif.audit (subject, id);
CREATE TABLE ecif.audit_head (
    one  integer PRIMARY KEY,
    id   bigint NOT NULL,
    hash text   NOT NULL
);
INSERT INTO ecif.audit_head (one, id, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
-- Customers by unit: a sight names units, and a unit has some thousand customers.
CREATE INDEX ecif_relationship_unit ON ecif.relationship (unit, party_id);
