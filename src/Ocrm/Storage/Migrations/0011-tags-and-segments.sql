-- What people call customers by, and groups of customers. Times are milliseconds since 1970 UTC.

-- A tag belongs to a legal entity, as the customers do that carry it.
CREATE TABLE ocrm.tag (
    id      {identity},
    entity  text   {ordinal} NOT NULL,
    name    text   {ordinal} NOT NULL,
    person  text   NOT NULL,
    at      bigint NOT NULL,
    UNIQUE (entity, name)
);
CREATE TABLE ocrm.customer_tag (
    id           {identity},
    party_id     bigint NOT NULL,
    recorded_for bigint NOT NULL,
    entity       text   {ordinal} NOT NULL,
    tag_id       bigint NOT NULL,
    person       text   NOT NULL,
    at           bigint NOT NULL,
    UNIQUE (party_id, entity, tag_id)
);
CREATE INDEX ocrm_customer_tag_tag ON ocrm.customer_tag (tag_id, party_id);

-- A segment's definition is a JSON object: {"filter": …} of a dynamic one, {"of": [ids], "how": "union|intersection|difference"} of a combined
-- one; the members of a static one are rows. Whoever opens a segment sees through it what their own rights let them see.
CREATE TABLE ocrm.segment (
    id         {identity},
    name       text     NOT NULL,
    kind       text     {ordinal} NOT NULL,
    definition text     NOT NULL,
    shared     smallint NOT NULL,
    person     text     {ordinal} NOT NULL,
    created_at bigint   NOT NULL,
    changed_at bigint   NOT NULL
);
CREATE INDEX ocrm_segment_person ON ocrm.segment (person, id);
CREATE INDEX ocrm_segment_shared ON ocrm.segment (shared, id);
CREATE TABLE ocrm.segment_member (
    id           {identity},
    segment_id   bigint NOT NULL,
    party_id     bigint NOT NULL,
    recorded_for bigint NOT NULL,
    entity       text   {ordinal} NOT NULL,
    at           bigint NOT NULL,
    UNIQUE (party_id, entity, segment_id)
);
CREATE INDEX ocrm_segment_member_segment ON ocrm.segment_member (segment_id, party_id);

-- Which lines of a file were not matched, and why: the line's number, never its text.
CREATE TABLE ocrm.segment_line (
    segment_id bigint NOT NULL,
    line       bigint NOT NULL,
    problem    text   NOT NULL,
    PRIMARY KEY (segment_id, line)
)
