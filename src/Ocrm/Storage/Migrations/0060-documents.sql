-- Files about customers. Times are milliseconds since 1970 UTC; '' and 0 say that there is nothing.

-- What a file holds, once in each legal entity however many customers have it: nothing of one legal entity lies in another's.
CREATE TABLE ocrm.document_blob (
    id     {identity},
    entity text   {ordinal} NOT NULL,
    hash   text   {ordinal} NOT NULL,
    bytes  bigint NOT NULL,
    UNIQUE (entity, hash)
);

-- The bytes in parts, so that a download holds one of them at a time in memory.
CREATE TABLE ocrm.document_part (
    blob_id bigint NOT NULL,
    part    bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (blob_id, part)
);

-- party_id is whose it is now, recorded_for for whom it was uploaded. kind: id-document, contract, certificate, photo, evidence, other.
-- state: kept, removed. A removed one keeps its row; its bytes go with the last one that has them.
CREATE TABLE ocrm.document (
    id             {identity},
    party_id       bigint NOT NULL,
    recorded_for   bigint NOT NULL,
    entity         text   {ordinal} NOT NULL,
    unit           text   {ordinal} NOT NULL,
    kind           text   {ordinal} NOT NULL,
    name           text   NOT NULL,
    content_type   text   {ordinal} NOT NULL,
    blob_id        bigint NOT NULL,
    bytes          bigint NOT NULL,
    hash           text   {ordinal} NOT NULL,
    note           text   NOT NULL,
    state          text   {ordinal} NOT NULL,
    uploaded_by    text   {ordinal} NOT NULL,
    at             bigint NOT NULL,
    removed_by     text   {ordinal} NOT NULL,
    removed_at     bigint NOT NULL,
    removed_reason text   NOT NULL
);
CREATE INDEX ocrm_document_party ON ocrm.document (party_id, entity, at);
CREATE INDEX ocrm_document_recorded ON ocrm.document (recorded_for);
CREATE INDEX ocrm_document_by_blob ON ocrm.document (blob_id);

-- What a document belongs to beside its customer, as "visit/12", "task/7", "consent/3".
CREATE TABLE ocrm.document_of (
    document_id bigint NOT NULL,
    ref         text   {ordinal} NOT NULL,
    PRIMARY KEY (document_id, ref)
);
CREATE INDEX ocrm_document_of_ref ON ocrm.document_of (ref);
