-- Customers as their lists want them. One text for both engines. Times are milliseconds since 1970 UTC; '' and 0 say that there is nothing.

-- One row for each legal entity that a party belongs to; main marks the first. Manager and place are OCRM's own, all else follows ECIF.
CREATE TABLE ocrm.customer (
    id         {identity},
    party_id   bigint   NOT NULL,
    number     text     {ordinal} NOT NULL,
    main       smallint NOT NULL,
    kind       text     {ordinal} NOT NULL,
    status     text     {ordinal} NOT NULL,
    name       text     {ordinal} NOT NULL,
    name_key   text     {ordinal} NOT NULL,
    document   text     {ordinal} NOT NULL,
    mobile     text     {ordinal} NOT NULL,
    region     text     {ordinal} NOT NULL,
    entity     text     {ordinal} NOT NULL,
    unit       text     {ordinal} NOT NULL,
    manager    text     {ordinal} NOT NULL,
    place      text     {ordinal} NOT NULL,
    systems    text     {ordinal} NOT NULL,
    opened_at  bigint   NOT NULL,
    changed_at bigint   NOT NULL,
    version    bigint   NOT NULL,
    UNIQUE (party_id, entity)
);

-- Whoever looks is somebody's manager, in some units, of a legal entity, or sees all: each reads its own rows in order along an index.
CREATE INDEX ocrm_customer_name ON ocrm.customer (name_key, id);
CREATE INDEX ocrm_customer_changed ON ocrm.customer (changed_at, id);
CREATE INDEX ocrm_customer_opened ON ocrm.customer (opened_at, id);
CREATE INDEX ocrm_customer_entity_name ON ocrm.customer (entity, name_key, id);
CREATE INDEX ocrm_customer_entity_changed ON ocrm.customer (entity, changed_at, id);
CREATE INDEX ocrm_customer_entity_opened ON ocrm.customer (entity, opened_at, id);
CREATE INDEX ocrm_customer_unit_name ON ocrm.customer (unit, name_key, id);
CREATE INDEX ocrm_customer_unit_changed ON ocrm.customer (unit, changed_at, id);
CREATE INDEX ocrm_customer_unit_opened ON ocrm.customer (unit, opened_at, id);
CREATE INDEX ocrm_customer_manager_name ON ocrm.customer (manager, name_key, id);
CREATE INDEX ocrm_customer_manager_changed ON ocrm.customer (manager, changed_at, id);
CREATE INDEX ocrm_customer_manager_opened ON ocrm.customer (manager, opened_at, id);
CREATE INDEX ocrm_customer_place_changed ON ocrm.customer (place, changed_at, id);

-- Whole names, pairs of characters, pinyin, initials, numbers: each key an exact look-up or the beginning of one.
CREATE TABLE ocrm.search_token (
    token    text {ordinal} NOT NULL,
    party_id bigint NOT NULL,
    PRIMARY KEY (token, party_id)
);
CREATE INDEX ocrm_search_token_party ON ocrm.search_token (party_id);

-- Where the follower of ECIF's change log stands. Before that it goes through all parties once: filled_to is the last of them, -1 at the end.
CREATE TABLE ocrm.follower (
    name      text   PRIMARY KEY,
    xid       text   NOT NULL,
    change_id bigint NOT NULL,
    filled_to bigint NOT NULL
);

{audit};
