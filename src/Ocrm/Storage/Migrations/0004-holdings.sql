-- What customers hold, as the systems report it. An account hangs on the customer's key at its system, and so follows merges and splits;
-- party_id is 0 while nothing was heard of the key. Money is in cents, rate in ten-thousandths of a percent, dates are yyyymmdd, 0 for none.
-- series is the balance's past, packed: 12 ends of months and 31 days (BalanceSeries).
CREATE TABLE ocrm.holding (
    id        {identity},
    system    text {ordinal} NOT NULL,
    account   text {ordinal} NOT NULL,
    key       text {ordinal} NOT NULL,
    party_id  bigint   NOT NULL,
    entity    text {ordinal} NOT NULL,
    unit      text {ordinal} NOT NULL,
    kind      text {ordinal} NOT NULL,
    product   text     NOT NULL,
    title     text     NOT NULL,
    currency  text     NOT NULL,
    state     text     NOT NULL,
    balance   bigint   NOT NULL,
    amount    bigint,
    overdue   bigint   NOT NULL,
    rate      bigint   NOT NULL,
    opened    integer  NOT NULL,
    matures   integer  NOT NULL,
    guarantee text     NOT NULL,
    at        bigint   NOT NULL,
    series    bytea  NOT NULL,
    UNIQUE (system, account)
);
CREATE INDEX ocrm_holding_party ON ocrm.holding (party_id, entity);
CREATE INDEX ocrm_holding_key ON ocrm.holding (system, key);
CREATE INDEX ocrm_holding_matures ON ocrm.holding (matures, id);

-- Messages about holdings that were taken online, so that each counts once and a repeat gets its reply.
CREATE TABLE ocrm.holding_message (
    system     text NOT NULL,
    message_id text NOT NULL,
    body_hash  bytea NOT NULL,
    at         bigint NOT NULL,
    PRIMARY KEY (system, message_id)
);
