-- How much risk a customer bears, C1 to C5, each time it was assessed; the latest counts until the end of valid_to (yyyymmdd). Earlier ones
-- stay, so that a merge needs to choose nothing and it can be shown what was known when something was proposed. origin says what the
-- assessment comes from, "answer/34". Times are milliseconds since 1970 UTC.
CREATE TABLE ocrm.suitability (
    id           {identity},
    party_id     bigint  NOT NULL,
    recorded_for bigint  NOT NULL,
    entity       text    {ordinal} NOT NULL,
    level        text    {ordinal} NOT NULL,
    assessed_at  bigint  NOT NULL,
    valid_to     integer NOT NULL,
    origin       text    {ordinal} NOT NULL
);
CREATE INDEX ocrm_suitability_party ON ocrm.suitability (party_id, entity, assessed_at);
CREATE INDEX ocrm_suitability_recorded ON ocrm.suitability (recorded_for);
