-- The customer master. One text for both engines: {identity} and {xid} are filled in by the dialect,
-- and "ecif." becomes the prefix "ecif_" on SQLite. Times are milliseconds since 1970 UTC.

-- Every frame received, by the sender's own number: the inbox (invariant B) and the message log (invariant G) in one.
CREATE TABLE ecif.message (
    system        text     NOT NULL,
    id            text     NOT NULL,
    body_hash     bytea    NOT NULL,
    received_at   bigint   NOT NULL,
    decided_at    bigint   NOT NULL,
    key           text     NOT NULL,
    outcome       smallint NOT NULL,
    reason        smallint NOT NULL,
    field         text     NOT NULL,
    text          text     NOT NULL,
    party_number  text,
    repeats       integer  NOT NULL DEFAULT 0,
    content       text,
    PRIMARY KEY (system, id)
);
CREATE INDEX ecif_message_received ON ecif.message (received_at);
CREATE INDEX ecif_message_key ON ecif.message (key);

CREATE TABLE ecif.party (
    id          bigint   PRIMARY KEY,
    number      text     NOT NULL UNIQUE,
    kind        smallint NOT NULL,
    status      smallint NOT NULL,
    merged_into bigint,
    version     integer  NOT NULL,
    golden      text     NOT NULL,
    created_at  bigint   NOT NULL,
    changed_at  bigint   NOT NULL
);

CREATE TABLE ecif.source_record (
    system     text     NOT NULL,
    key        text     NOT NULL,
    id         bigint   NOT NULL UNIQUE,
    party_id   bigint   NOT NULL,
    kind       smallint NOT NULL,
    is_open    smallint NOT NULL,
    link       smallint NOT NULL,
    rule       text     NOT NULL,
    branch     text     NOT NULL,
    last_at    bigint   NOT NULL,
    opened_at  bigint   NOT NULL,
    attributes text     NOT NULL,
    PRIMARY KEY (system, key)
);
CREATE INDEX ecif_source_record_party ON ecif.source_record (party_id);

-- Trusted canonical identities: the unique constraint that invariant I stands on.
CREATE TABLE ecif.identity (
    identity text   PRIMARY KEY,
    party_id bigint NOT NULL
);
CREATE INDEX ecif_identity_party ON ecif.identity (party_id);

CREATE TABLE ecif.match_key (
    hash      bigint NOT NULL,
    record_id bigint NOT NULL,
    PRIMARY KEY (hash, record_id)
);

CREATE TABLE ecif.suspect (
    party_a     bigint   NOT NULL,
    party_b     bigint   NOT NULL,
    score       double precision NOT NULL,
    reason      text     NOT NULL,
    state       smallint NOT NULL,
    created_at  bigint   NOT NULL,
    PRIMARY KEY (party_a, party_b)
);
CREATE INDEX ecif_suspect_b ON ecif.suspect (party_b);

-- Two records that are known to be different people; the lower record id first.
CREATE TABLE ecif.exclusion (
    record_a   bigint NOT NULL,
    record_b   bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by text   NOT NULL,
    PRIMARY KEY (record_a, record_b)
);
CREATE INDEX ecif_exclusion_b ON ecif.exclusion (record_b);

-- History and change log in one: version n of a golden record, what changed and why.
CREATE TABLE ecif.change (
    id         {identity},
    xid        {xid},
    party_id   bigint   NOT NULL,
    version    integer  NOT NULL,
    at         bigint   NOT NULL,
    action     smallint NOT NULL,
    system     text     NOT NULL,
    message_id text     NOT NULL,
    changed    text     NOT NULL
);
CREATE INDEX ecif_change_party ON ecif.change (party_id, id);
CREATE INDEX ecif_change_position ON ecif.change (xid, id);

CREATE TABLE ecif.relationship (
    party_id bigint NOT NULL,
    unit     text   NOT NULL,
    kind     text   NOT NULL,
    since    bigint NOT NULL,
    system   text   NOT NULL,
    source   text   NOT NULL,
    PRIMARY KEY (party_id, unit, kind)
);

-- What is still to be brought to a (system, key): a row exists while projection and holding differ, or a dead letter says why.
CREATE TABLE ecif.delivery (
    system     text     NOT NULL,
    key        text     NOT NULL,
    sequence   bigint   NOT NULL,
    state      smallint NOT NULL,
    since      bigint   NOT NULL,
    due_at     bigint   NOT NULL,
    tries      integer  NOT NULL,
    message_id text,
    ordinal    bigint,
    numbered_at bigint,
    told       text,
    told_sequence bigint,
    code       text     NOT NULL,
    text       text     NOT NULL,
    PRIMARY KEY (system, key)
);
CREATE INDEX ecif_delivery_due ON ecif.delivery (system, state, due_at);

CREATE TABLE ecif.delivery_try (
    system      text     NOT NULL,
    message_id  text     NOT NULL,
    try         integer  NOT NULL,
    key         text     NOT NULL,
    party_number text    NOT NULL,
    at          bigint   NOT NULL,
    duration_ms bigint   NOT NULL,
    outcome     smallint NOT NULL,
    code        text     NOT NULL,
    text        text     NOT NULL,
    content     text     NOT NULL,
    PRIMARY KEY (system, message_id, try)
);
CREATE INDEX ecif_delivery_try_at ON ecif.delivery_try (at);
CREATE INDEX ecif_delivery_try_key ON ecif.delivery_try (key);

CREATE TABLE ecif.lease (
    name       text   PRIMARY KEY,
    holder     text   NOT NULL,
    token      bigint NOT NULL,
    expires_at bigint NOT NULL
);

CREATE TABLE ecif.counter (
    name  text   PRIMARY KEY,
    value bigint NOT NULL
);

-- End-of-day files, in and out.
CREATE TABLE ecif.file (
    system   text     NOT NULL,
    name     text     NOT NULL,
    sha256   text     NOT NULL,
    state    smallint NOT NULL,
    opened_at bigint  NOT NULL,
    PRIMARY KEY (system, name)
);

CREATE TABLE ecif.subscription (
    system  text PRIMARY KEY,
    version text NOT NULL
);

-- Search: character grams of names, whole numbers; a two-character name needs more than trigrams.
CREATE TABLE ecif.search_token (
    token    text   NOT NULL,
    party_id bigint NOT NULL,
    PRIMARY KEY (token, party_id)
);
CREATE INDEX ecif_search_token_party ON ecif.search_token (party_id);

-- What people did: resend, skip, merge, split.
CREATE TABLE ecif.audit (
    id      {identity},
    at      bigint NOT NULL,
    who     text   NOT NULL,
    act     text   NOT NULL,
    subject text   NOT NULL,
    detail  text   NOT NULL
);
