-- The catalogue. code is unique over the whole bank, so that whoever keeps a code needs nothing beside it; entity '' is the province's. holds
-- and reported are the kinds of holdings that a product is and the products' codes by which the systems report them, joined by commas.
-- state: draft, on-sale, withdrawn. draft is the version that is being written (JSON), '' where none is; published is the number of the last
-- version that was, 0 before the first, risk what that version says. Days are yyyymmdd, times milliseconds since 1970 UTC.
CREATE TABLE ocrm.product (
    id         {identity},
    code       text   {ordinal} NOT NULL UNIQUE,
    entity     text   {ordinal} NOT NULL,
    kind       text   {ordinal} NOT NULL,
    name_zh    text   {ordinal} NOT NULL,
    name_en    text   {ordinal} NOT NULL,
    holds      text   {ordinal} NOT NULL,
    reported   text   {ordinal} NOT NULL,
    state      text   {ordinal} NOT NULL,
    draft      text   NOT NULL,
    published  bigint NOT NULL,
    risk       text   {ordinal} NOT NULL,
    changed_by text   {ordinal} NOT NULL,
    changed_at bigint NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX ocrm_product_changed ON ocrm.product (changed_at, id);
CREATE INDEX ocrm_product_entity ON ocrm.product (entity, changed_at, id);

-- What was published stands here for ever; the one that counts on a day is the last that is valid by then.
CREATE TABLE ocrm.product_version (
    product      bigint  NOT NULL,
    number       bigint  NOT NULL,
    valid_from   integer NOT NULL,
    terms        text    NOT NULL,
    published_by text    {ordinal} NOT NULL,
    published_at bigint  NOT NULL,
    PRIMARY KEY (product, number)
);

-- Sheets and forms that go with a product; their bytes lie with those of documents.
CREATE TABLE ocrm.product_file (
    id           {identity},
    product      bigint NOT NULL,
    name         text   NOT NULL,
    content_type text   {ordinal} NOT NULL,
    blob_id      bigint NOT NULL,
    bytes        bigint NOT NULL,
    hash         text   {ordinal} NOT NULL,
    uploaded_by  text   {ordinal} NOT NULL,
    at           bigint NOT NULL
);
CREATE INDEX ocrm_product_file_product ON ocrm.product_file (product, id);
CREATE INDEX ocrm_product_file_blob ON ocrm.product_file (blob_id);
