-- Ways of selling, each of one legal entity, and their stages. code is what rules, campaigns and answers name them by; reasons is a JSON array of
-- {code, zh, en}. needs are the fields that a stage asks for, joined by commas; days 0: nobody stays too long. kind: open, won, lost. A closed stage
-- takes nothing in any more; what lies in it stays. Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.pipeline (
    id         {identity},
    entity     text    {ordinal} NOT NULL,
    code       text    {ordinal} NOT NULL,
    name_zh    text    NOT NULL,
    name_en    text    NOT NULL,
    state      text    {ordinal} NOT NULL,
    position   integer NOT NULL,
    reasons    text    NOT NULL,
    changed_by text    NOT NULL,
    changed_at bigint  NOT NULL,
    version    bigint  NOT NULL,
    UNIQUE (entity, code)
);
CREATE TABLE ocrm.stage (
    id       {identity},
    pipeline bigint  NOT NULL,
    code     text    {ordinal} NOT NULL,
    name_zh  text    NOT NULL,
    name_en  text    NOT NULL,
    kind     text    {ordinal} NOT NULL,
    chance   integer NOT NULL,
    needs    text    NOT NULL,
    days     integer NOT NULL,
    position integer NOT NULL,
    state    text    {ordinal} NOT NULL,
    UNIQUE (pipeline, code)
);

-- What may be sold to a customer (party_id) or to who is to become one (prospect); the other is 0. amount is in cents, chance in percent, -1 for that
-- of its stage; expected is YYYY-MM-DD or ''. origin is what it came from ('hand', 'rule/7', 'campaign/12', 'answer/34'), cause what of it ('holding/9').
-- state: open, won, lost; reason is a lost reason's code. entered_at is since when it lies in its stage.
CREATE TABLE ocrm.opportunity (
    id           {identity},
    party_id     bigint  NOT NULL,
    recorded_for bigint  NOT NULL,
    prospect     bigint  NOT NULL,
    entity       text    {ordinal} NOT NULL,
    unit         text    {ordinal} NOT NULL,
    owner        text    {ordinal} NOT NULL,
    pipeline     bigint  NOT NULL,
    stage        bigint  NOT NULL,
    title        text    {ordinal} NOT NULL,
    product      text    {ordinal} NOT NULL,
    amount       bigint  NOT NULL,
    chance       integer NOT NULL,
    expected     text    {ordinal} NOT NULL,
    contact      text    NOT NULL,
    note         text    NOT NULL,
    origin       text    {ordinal} NOT NULL,
    cause        text    {ordinal} NOT NULL,
    state        text    {ordinal} NOT NULL,
    reason       text    {ordinal} NOT NULL,
    remark       text    NOT NULL,
    entered_at   bigint  NOT NULL,
    created_by   text    {ordinal} NOT NULL,
    created_at   bigint  NOT NULL,
    closed_at    bigint  NOT NULL,
    changed_at   bigint  NOT NULL,
    version      bigint  NOT NULL
);

-- What a machine opened it opened once, however often it asks; by whom it was opened for, so that a merge never makes two of them collide.
CREATE UNIQUE INDEX ocrm_opportunity_origin ON ocrm.opportunity (recorded_for, prospect, origin, cause, pipeline) WHERE origin <> 'hand';
CREATE INDEX ocrm_opportunity_party ON ocrm.opportunity (party_id, created_at);
CREATE INDEX ocrm_opportunity_prospect ON ocrm.opportunity (prospect) WHERE prospect > 0;

-- Each sight reads the columns of a board and the days of a forecast along an index of its own.
CREATE INDEX ocrm_opportunity_stage ON ocrm.opportunity (stage, entered_at, id);
CREATE INDEX ocrm_opportunity_unit_stage ON ocrm.opportunity (unit, stage, entered_at, id);
CREATE INDEX ocrm_opportunity_owner_stage ON ocrm.opportunity (owner, stage, entered_at, id);
CREATE INDEX ocrm_opportunity_changed ON ocrm.opportunity (changed_at, id);
CREATE INDEX ocrm_opportunity_entity_changed ON ocrm.opportunity (entity, changed_at, id);
CREATE INDEX ocrm_opportunity_unit_changed ON ocrm.opportunity (unit, changed_at, id);
CREATE INDEX ocrm_opportunity_owner_changed ON ocrm.opportunity (owner, changed_at, id);
CREATE INDEX ocrm_opportunity_owner_expected ON ocrm.opportunity (owner, state, expected);

-- Which stages it has lain in. before is 0 where it began; reason and remark are those with which it was won, lost or opened again.
CREATE TABLE ocrm.opportunity_move (
    id          {identity},
    opportunity bigint NOT NULL,
    before      bigint NOT NULL,
    after       bigint NOT NULL,
    person      text   {ordinal} NOT NULL,
    at          bigint NOT NULL,
    reason      text   NOT NULL,
    remark      text   NOT NULL
);
CREATE INDEX ocrm_opportunity_move_of ON ocrm.opportunity_move (opportunity, id);

-- What a legal entity's rules open by themselves, once a day. kind says what is looked for, args (JSON) with which figures.
CREATE TABLE ocrm.opportunity_rule (
    id         {identity},
    entity     text   {ordinal} NOT NULL,
    name       text   {ordinal} NOT NULL,
    kind       text   {ordinal} NOT NULL,
    args       text   NOT NULL,
    pipeline   text   {ordinal} NOT NULL,
    stage      text   {ordinal} NOT NULL,
    product    text   {ordinal} NOT NULL,
    title      text   NOT NULL,
    state      text   {ordinal} NOT NULL,
    day        integer NOT NULL,
    opened     bigint NOT NULL,
    changed_by text   NOT NULL,
    changed_at bigint NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX ocrm_opportunity_rule_entity ON ocrm.opportunity_rule (entity, id)
