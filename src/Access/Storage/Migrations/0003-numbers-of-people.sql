-- A list has a whole number for each of its rows: people get one beside their id. Neither engine adds such a column to a table that is there.
CREATE TABLE access.person_before AS SELECT * FROM access.person;
DROP TABLE access.person;
CREATE TABLE access.person (
    number         {identity},
    id             text           NOT NULL UNIQUE,
    user_name      text {ordinal} NOT NULL,
    normal_name    text {ordinal} NOT NULL UNIQUE,
    name           text {ordinal} NOT NULL,
    mobile         text           NOT NULL,
    email          text           NOT NULL,
    state          text           NOT NULL,
    language       text           NOT NULL,
    theme          text           NOT NULL,
    notifications  text           NOT NULL,
    created_at     bigint         NOT NULL,
    password_hash  text,
    password_once  smallint       NOT NULL,
    security_stamp text           NOT NULL,
    totp           smallint       NOT NULL,
    totp_key       text,
    totp_used      text,
    recovery_codes text,
    wrong_tries    integer        NOT NULL,
    locked_until   bigint
);
INSERT INTO access.person
    (id, user_name, normal_name, name, mobile, email, state, language, theme, notifications, created_at, password_hash, password_once, security_stamp,
    totp, totp_key, totp_used, recovery_codes, wrong_tries, locked_until)
SELECT id, user_name, normal_name, name, mobile, email, state, language, theme, notifications, created_at, password_hash, password_once, security_stamp,
    totp, totp_key, totp_used, recovery_codes, wrong_tries, locked_until
FROM access.person_before ORDER BY normal_name;
DROP TABLE access.person_before;
