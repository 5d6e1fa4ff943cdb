-- The knowledge base. kind: policy, talk, qa. entity '' is the province's. state: draft, published, withdrawn. title and tags are those of
-- the last version, or of the draft before the first; tags are joined by commas. draft is what is being written (JSON), '' where nothing is.
-- Days are yyyymmdd, 0 for none; times milliseconds since 1970 UTC.
CREATE TABLE ocrm.article (
    id         {identity},
    kind       text   {ordinal} NOT NULL,
    entity     text   {ordinal} NOT NULL,
    title      text   {ordinal} NOT NULL,
    tags       text   {ordinal} NOT NULL,
    state      text   {ordinal} NOT NULL,
    draft      text   NOT NULL,
    published  bigint NOT NULL,
    changed_by text   {ordinal} NOT NULL,
    changed_at bigint NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX ocrm_article_changed ON ocrm.article (changed_at, id);
CREATE INDEX ocrm_article_entity ON ocrm.article (entity, changed_at, id);

-- What was published stands here for ever; the one that counts on a day is the last that is valid by then.
CREATE TABLE ocrm.article_version (
    id           {identity},
    article      bigint  NOT NULL,
    number       bigint  NOT NULL,
    content      text    NOT NULL,
    valid_from   integer NOT NULL,
    valid_to     integer NOT NULL,
    published_by text    {ordinal} NOT NULL,
    published_at bigint  NOT NULL,
    UNIQUE (article, number)
);

-- What a version can be found by: words, characters and pairs of neighbouring characters, each with what it says of the version, in
-- thousandths, whole numbers so that both engines add up the same.
CREATE TABLE ocrm.article_posting (
    token      text   {ordinal} NOT NULL,
    version_id bigint NOT NULL,
    weight     bigint NOT NULL,
    PRIMARY KEY (token, version_id)
);
CREATE INDEX ocrm_article_posting_version ON ocrm.article_posting (version_id);

-- Where an article helps: kind product (key: its code), stage, campaign, tag (their ids), holds (a kind of holding).
CREATE TABLE ocrm.article_link (
    article bigint NOT NULL,
    kind    text   {ordinal} NOT NULL,
    key     text   {ordinal} NOT NULL,
    PRIMARY KEY (kind, key, article)
);
CREATE INDEX ocrm_article_link_article ON ocrm.article_link (article);
