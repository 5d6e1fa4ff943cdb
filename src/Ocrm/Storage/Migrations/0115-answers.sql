-- What comes of complete answers, by rule: rules is a JSON array of {if, then}; entity '' is the province's, which count everywhere.
CREATE TABLE ocrm.answer_rules (
    questionnaire bigint NOT NULL,
    entity        text   {ordinal} NOT NULL,
    rules         text   NOT NULL,
    person        text   {ordinal} NOT NULL,
    changed_at    bigint NOT NULL,
    version       bigint NOT NULL,
    PRIMARY KEY (questionnaire, entity)
);

-- What an answer says of the customer, to be compared with what is known and then decided on by a person. value is the attribute's text.
-- entered_by is who filled it in, by id, where the customer did not. state: new, proposed, same (was known already), accepted, refused.
-- edit is the correction that it became, 0 before. Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.answer_update (
    id           {identity},
    response     bigint NOT NULL,
    party_id     bigint NOT NULL,
    recorded_for bigint NOT NULL,
    entity       text   {ordinal} NOT NULL,
    attribute    text   {ordinal} NOT NULL,
    value        text   NOT NULL,
    entered_by   text   {ordinal} NOT NULL,
    state        text   {ordinal} NOT NULL,
    decided_by   text   {ordinal} NOT NULL,
    decided_at   bigint NOT NULL,
    at           bigint NOT NULL
);
CREATE INDEX ocrm_answer_update_state ON ocrm.answer_update (state, at, id);
CREATE INDEX ocrm_answer_update_entity ON ocrm.answer_update (entity, at, id);
CREATE INDEX ocrm_answer_update_party ON ocrm.answer_update (party_id, id);
CREATE INDEX ocrm_answer_update_response ON ocrm.answer_update (response);

-- The tier that answers give a customer in a legal entity at least, up to a day (YYYYMMDD) and with it, whatever they have in money.
CREATE TABLE ocrm.tier_floor (
    id           {identity},
    party_id     bigint  NOT NULL,
    recorded_for bigint  NOT NULL,
    entity       text    {ordinal} NOT NULL,
    tier         text    {ordinal} NOT NULL,
    until        integer NOT NULL,
    response     bigint  NOT NULL,
    at           bigint  NOT NULL,
    UNIQUE (party_id, entity)
);
CREATE INDEX ocrm_tier_floor_entity ON ocrm.tier_floor (entity, until);

CREATE INDEX ocrm_response_prospect ON ocrm.response (prospect, at);
CREATE INDEX ocrm_response_at ON ocrm.response (at, id);
CREATE INDEX ocrm_response_entity ON ocrm.response (entity, at, id);
CREATE INDEX ocrm_response_unit ON ocrm.response (unit, at, id);
CREATE INDEX ocrm_response_asker ON ocrm.response (person, at, id);
