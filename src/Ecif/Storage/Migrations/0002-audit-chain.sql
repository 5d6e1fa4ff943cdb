-- What people did, as a chain: each row's hash covers the one before it. What was written before there was a chain is kept beside it.
CREATE TABLE ecif.audit_unchained AS SELECT * FROM ecif.audit;
DROP TABLE ecif.audit;
{audit};
-- Customers by unit: a sight names units, and a unit has some thousand customers.
CREATE INDEX ecif_relationship_unit ON ecif.relationship (unit, party_id);
