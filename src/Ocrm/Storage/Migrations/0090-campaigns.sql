-- Campaigns. plan is a JSON object (src/Ocrm/Campaigns/CampaignPlan.cs), changed only while state is draft; costs a JSON list that goes on
-- being written. entity '00' is the whole province's. state: draft, freezing (the audience is being selected), submitted, approved, running,
-- paused, stopped, ended. seed decides who is held out. cursor is the last customer that was looked at while freezing (-1: an earlier selection
-- is still there), looked how many were. acting is who submitted it, under whose rights customers are selected. Days are yyyymmdd, times milliseconds since 1970 UTC.
CREATE TABLE ocrm.campaign (
    id         {identity},
    name       text     {ordinal} NOT NULL,
    entity     text     {ordinal} NOT NULL,
    unit       text     {ordinal} NOT NULL,
    owner      text     {ordinal} NOT NULL,
    state      text     {ordinal} NOT NULL,
    product    text     {ordinal} NOT NULL,
    from_day   integer  NOT NULL,
    to_day     integer  NOT NULL,
    plan       text     NOT NULL,
    costs      text     NOT NULL,
    seed       bigint   NOT NULL,
    cursor     bigint   NOT NULL,
    looked     bigint   NOT NULL,
    acting     text     {ordinal} NOT NULL,
    problem    text     NOT NULL,
    frozen_at  bigint   NOT NULL,
    started_at bigint   NOT NULL,
    ended_at   bigint   NOT NULL,
    created_at bigint   NOT NULL,
    changed_at bigint   NOT NULL,
    version    bigint   NOT NULL
);
CREATE INDEX ocrm_campaign_changed ON ocrm.campaign (changed_at, id);
CREATE INDEX ocrm_campaign_entity ON ocrm.campaign (entity, changed_at, id);
CREATE INDEX ocrm_campaign_unit ON ocrm.campaign (unit, changed_at, id);
CREATE INDEX ocrm_campaign_owner ON ocrm.campaign (owner, changed_at, id);
CREATE INDEX ocrm_campaign_state ON ocrm.campaign (state, changed_at, id);

-- Every customer of the campaign's segments as the selection found them. outcome: in, or the one reason why not. held 1: in, but never
-- contacted. state: waiting (at step, from due_at on), done, held, stopped, or '' of whom is out. assets are deposits and wealth at the
-- selection, in fen. in_doubt counts contacts of which nobody knows whether they arrived.
CREATE TABLE ocrm.campaign_target (
    id           {identity},
    campaign     bigint   NOT NULL,
    party_id     bigint   NOT NULL,
    recorded_for bigint   NOT NULL,
    entity       text     {ordinal} NOT NULL,
    unit         text     {ordinal} NOT NULL,
    manager      text     {ordinal} NOT NULL,
    outcome      text     {ordinal} NOT NULL,
    held         smallint NOT NULL,
    state        text     {ordinal} NOT NULL,
    step         bigint   NOT NULL,
    due_at       bigint   NOT NULL,
    assets       bigint   NOT NULL,
    contacts     bigint   NOT NULL,
    contacted_at bigint   NOT NULL,
    failed       smallint NOT NULL,
    in_doubt     smallint NOT NULL,
    response     text     {ordinal} NOT NULL,
    responded_at bigint   NOT NULL,
    won_at       bigint   NOT NULL,
    at           bigint   NOT NULL,
    version      bigint   NOT NULL,
    UNIQUE (campaign, recorded_for, entity)
);
-- Nobody is in a campaign twice, however customers become one.
CREATE UNIQUE INDEX ocrm_campaign_target_in ON ocrm.campaign_target (campaign, party_id) WHERE outcome = 'in';
CREATE INDEX ocrm_campaign_target_party ON ocrm.campaign_target (party_id);
CREATE INDEX ocrm_campaign_target_due ON ocrm.campaign_target (campaign, state, due_at, id);
CREATE INDEX ocrm_campaign_target_campaign ON ocrm.campaign_target (campaign, id);
CREATE INDEX ocrm_campaign_target_unit ON ocrm.campaign_target (unit, campaign, id);
CREATE INDEX ocrm_campaign_target_manager ON ocrm.campaign_target (manager, campaign, id);
CREATE INDEX ocrm_campaign_target_outcome ON ocrm.campaign_target (campaign, outcome, held, unit, manager);

-- What a campaign did with a target at a step, once an attempt: attempt grows only where a person sends again what is in doubt. key is what
-- the message or the task is found by. class is what the frequency cap counts by, '' where nobody is contacted. state: made (handed over),
-- sent, failed, doubt, cancelled, skipped (the cap left no room), settled (in doubt, and let be). task 0: none.
CREATE TABLE ocrm.campaign_contact (
    id           {identity},
    campaign     bigint   NOT NULL,
    target       bigint   NOT NULL,
    step         bigint   NOT NULL,
    attempt      bigint   NOT NULL,
    kind         text     {ordinal} NOT NULL,
    class        text     {ordinal} NOT NULL,
    key          text     {ordinal} NOT NULL,
    task         bigint   NOT NULL,
    party_id     bigint   NOT NULL,
    recorded_for bigint   NOT NULL,
    entity       text     {ordinal} NOT NULL,
    state        text     {ordinal} NOT NULL,
    at           bigint   NOT NULL,
    UNIQUE (target, step, attempt)
);
CREATE UNIQUE INDEX ocrm_campaign_contact_key ON ocrm.campaign_contact (key);
CREATE INDEX ocrm_campaign_contact_party ON ocrm.campaign_contact (party_id, entity, class, at);
CREATE INDEX ocrm_campaign_contact_open ON ocrm.campaign_contact (campaign, id) WHERE state = 'made';
CREATE INDEX ocrm_campaign_contact_step ON ocrm.campaign_contact (campaign, step, state);

-- Whoever contacts a customer for a campaign holds their row until the transaction ends, so that two campaigns count one after the other.
CREATE TABLE ocrm.campaign_turn (
    party_id bigint NOT NULL PRIMARY KEY
);

-- Tasks that a manager was given on a day by campaigns, of all together.
CREATE TABLE ocrm.campaign_load (
    manager text    {ordinal} NOT NULL,
    day     integer NOT NULL,
    given   bigint  NOT NULL,
    PRIMARY KEY (manager, day)
);
