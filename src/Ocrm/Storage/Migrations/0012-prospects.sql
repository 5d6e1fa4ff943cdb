-- People and organisations that are to become customers. Times are milliseconds since 1970 UTC; '' and 0 say that there is nothing.
-- state: open, sent (told to the customer master), refused, converted, joined (was a customer already), dropped.
CREATE TABLE ocrm.prospect (
    id         {identity},
    kind       text   {ordinal} NOT NULL,
    name       text   {ordinal} NOT NULL,
    name_key   text   {ordinal} NOT NULL,
    document   text   {ordinal} NOT NULL,
    mobile     text   {ordinal} NOT NULL,
    address    text   NOT NULL,
    source     text   {ordinal} NOT NULL,
    note       text   NOT NULL,
    entity     text   {ordinal} NOT NULL,
    unit       text   {ordinal} NOT NULL,
    manager    text   {ordinal} NOT NULL,
    state      text   {ordinal} NOT NULL,
    number     text   {ordinal} NOT NULL,
    person     text   {ordinal} NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX ocrm_prospect_created ON ocrm.prospect (created_at, id);
CREATE INDEX ocrm_prospect_entity ON ocrm.prospect (entity, created_at, id);
CREATE INDEX ocrm_prospect_unit ON ocrm.prospect (unit, created_at, id);
CREATE INDEX ocrm_prospect_manager ON ocrm.prospect (manager, created_at, id);
CREATE INDEX ocrm_prospect_state ON ocrm.prospect (state, id);
CREATE INDEX ocrm_prospect_document ON ocrm.prospect (document);
CREATE INDEX ocrm_prospect_mobile ON ocrm.prospect (mobile)
