-- What people corrected of customers: told to ECIF as messages of this system, in the order of their ids, and kept.
-- attributes is a JSON object of attribute and text; state 0 is to be told, 1 taken, 2 refused.
CREATE TABLE ocrm.edit (
    id         {identity},
    party_id   bigint   NOT NULL,
    number     text     NOT NULL,
    kind       smallint NOT NULL,
    attributes text     NOT NULL,
    person     text     NOT NULL,
    at         bigint   NOT NULL,
    state      smallint NOT NULL
);
CREATE INDEX ocrm_edit_party ON ocrm.edit (party_id, id);
CREATE INDEX ocrm_edit_state ON ocrm.edit (state, id);
