-- Days of customers on which something is owed to them. kind: birthday (monthday, 309 is 9 March), lunar (the same in the Chinese calendar), document
-- (yyyymmdd, when the first identity document expires). Each party is read once more, so that what is there already gets its days.
CREATE TABLE ocrm.party_day (
    party_id bigint  NOT NULL,
    kind     text    {ordinal} NOT NULL,
    day      integer NOT NULL,
    PRIMARY KEY (party_id, kind, day)
);
CREATE INDEX ocrm_party_day_day ON ocrm.party_day (kind, day, party_id);
UPDATE ocrm.follower SET filled_to = 0;

-- By how much an account rose or fell on a day (yyyymmdd), in cents; the daily job forgets what it no longer looks at.
CREATE TABLE ocrm.flow (
    system  text    {ordinal} NOT NULL,
    account text    {ordinal} NOT NULL,
    day     integer NOT NULL,
    delta   bigint  NOT NULL,
    PRIMARY KEY (system, account, day)
);
CREATE INDEX ocrm_flow_day ON ocrm.flow (day);

-- What a customer wishes: birthdays by which calendar (solar, lunar, none), and to be left alone until a day (yyyymmdd, 0: not so).
CREATE TABLE ocrm.wish (
    id           {identity},
    party_id     bigint  NOT NULL,
    recorded_for bigint  NOT NULL,
    entity       text    {ordinal} NOT NULL,
    calendar     text    {ordinal} NOT NULL,
    quiet_until  integer NOT NULL,
    person       text    NOT NULL,
    at           bigint  NOT NULL,
    UNIQUE (party_id, entity)
);

-- How a legal entity ranks its customers and of what it wants to be warned: the newest row counts, the others are its history. rules is JSON.
CREATE TABLE ocrm.policy (
    id     {identity},
    entity text   {ordinal} NOT NULL,
    rules  text   NOT NULL,
    person text   NOT NULL,
    at     bigint NOT NULL
);
CREATE INDEX ocrm_policy_entity ON ocrm.policy (entity, id);

-- Who came since the tiers were last worked out: hardly anybody, so the index is small.
CREATE INDEX ocrm_customer_untiered ON ocrm.customer (entity) WHERE tier = '';

-- The last day (yyyymmdd) that a daily job has done.
CREATE TABLE ocrm.daily (
    job text    PRIMARY KEY,
    day integer NOT NULL
)
