-- People, rights and trust. One text for both engines. Times are milliseconds since 1970 UTC, days are YYYY-MM-DD in the bank's time.

-- A unit as it is from a day on; the last row that has begun is the present, a later one is a change to come.
CREATE TABLE access.unit (
    code        text NOT NULL,
    from_day    text NOT NULL,
    name        text NOT NULL,
    kind        text NOT NULL,
    parent      text NOT NULL,
    state       text NOT NULL,
    merged_into text NOT NULL,
    PRIMARY KEY (code, from_day)
);

-- Villages, towns and grids, with the outlet and the customer manager (empty: none) that look after each.
CREATE TABLE access.place (
    code    text PRIMARY KEY,
    name    text NOT NULL,
    kind    text NOT NULL,
    unit    text NOT NULL,
    manager text NOT NULL
);
CREATE INDEX access_place_unit ON access.place (unit);

CREATE TABLE access.parameter (
    unit  text NOT NULL,
    name  text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (unit, name)
);

-- A person who works here, with what signing in needs.
CREATE TABLE access.person (
    id             text     PRIMARY KEY,
    user_name      text     NOT NULL,
    normal_name    text     NOT NULL UNIQUE,
    name           text     NOT NULL,
    mobile         text     NOT NULL,
    email          text     NOT NULL,
    state          text     NOT NULL,
    language       text     NOT NULL,
    theme          text     NOT NULL,
    notifications  text     NOT NULL,
    created_at     bigint   NOT NULL,
    password_hash  text,
    password_once  smallint NOT NULL,
    security_stamp text     NOT NULL,
    totp           smallint NOT NULL,
    totp_key       text,
    totp_used      text,
    recovery_codes text,
    wrong_tries    integer  NOT NULL,
    locked_until   bigint
);

CREATE TABLE access.role (
    id      text     PRIMARY KEY,
    name_zh text     NOT NULL,
    name_en text     NOT NULL,
    shipped smallint NOT NULL,
    grants  text     NOT NULL,
    fields  text     NOT NULL
);

CREATE TABLE access.post (
    id       {identity},
    person   text NOT NULL,
    role     text NOT NULL,
    unit     text NOT NULL,
    from_day text NOT NULL,
    to_day   text NOT NULL
);
CREATE INDEX access_post_person ON access.post (person);
CREATE INDEX access_post_unit ON access.post (unit);

-- Somebody stands in for somebody who is away.
CREATE TABLE access.cover (
    id       {identity},
    person   text NOT NULL,
    deputy   text NOT NULL,
    from_day text NOT NULL,
    to_day   text NOT NULL,
    reason   text NOT NULL
);
CREATE INDEX access_cover_deputy ON access.cover (deputy);
CREATE INDEX access_cover_person ON access.cover (person);

CREATE TABLE access.sign_in_session (
    id            text   PRIMARY KEY,
    person        text   NOT NULL,
    created_at    bigint NOT NULL,
    seen_at       bigint NOT NULL,
    ended_at      bigint,
    stepped_up_at bigint NOT NULL,
    address       text   NOT NULL,
    device        text   NOT NULL
);
CREATE INDEX access_sign_in_session_person ON access.sign_in_session (person, created_at);

CREATE TABLE access.api_key (
    id          text   PRIMARY KEY,
    name        text   NOT NULL,
    hash        text   NOT NULL UNIQUE,
    permissions text   NOT NULL,
    created_by  text   NOT NULL,
    created_at  bigint NOT NULL,
    expires_at  bigint NOT NULL,
    revoked_at  bigint,
    used_at     bigint
);

-- Four eyes: bound to the hash of what it says, and never decided by its maker.
CREATE TABLE access.proposal (
    id         {identity},
    kind       text   NOT NULL,
    subject    text   NOT NULL,
    unit       text   NOT NULL,
    content    text   NOT NULL,
    hash       text   NOT NULL,
    before     text   NOT NULL,
    reason     text   NOT NULL,
    maker      text   NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    state      text   NOT NULL,
    checker    text,
    decided_at bigint,
    note       text   NOT NULL,
    CHECK (checker IS NULL OR checker <> maker)
);
CREATE INDEX access_proposal_state ON access.proposal (state, id);

-- How often somebody asked to see values in clear on one day.
CREATE TABLE access.reveal (
    person text    NOT NULL,
    day    text    NOT NULL,
    used   integer NOT NULL,
    PRIMARY KEY (person, day)
);

CREATE TABLE access.notification (
    id        {identity},
    person    text   NOT NULL,
    at        bigint NOT NULL,
    kind      text   NOT NULL,
    arguments text   NOT NULL,
    target    text   NOT NULL,
    read_at   bigint
);
CREATE INDEX access_notification_person ON access.notification (person, id);

-- What somebody keeps at hand: favourites, and where they were last.
CREATE TABLE access.kept_place (
    person text     NOT NULL,
    target text     NOT NULL,
    title  text     NOT NULL,
    liked  smallint NOT NULL,
    at     bigint   NOT NULL,
    PRIMARY KEY (person, target)
);

-- Raised by everything that changes who may do what, in the same transaction; every request compares it.
CREATE TABLE access.rights_version (
    one     integer PRIMARY KEY,
    version bigint NOT NULL
);
INSERT INTO access.rights_version (one, version) VALUES (1, 1);

{audit};
