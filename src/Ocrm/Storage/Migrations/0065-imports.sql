-- Files that people bring in: draft, checking, checked, running, done or stopped, undoing, undone. Times are milliseconds since 1970 UTC.
-- mapping is a JSON object of field and column, options one of what the kind asks besides. The sums are of the lines by outcome;
-- lines that have none yet are in no sum. kept is 0 once the lines' cells are forgotten.
CREATE TABLE ocrm.import (
    id         {identity},
    kind       text   {ordinal} NOT NULL,
    state      text   {ordinal} NOT NULL,
    file       text   NOT NULL,
    hash       text   {ordinal} NOT NULL,
    heads      text   NOT NULL,
    mapping    text   NOT NULL,
    options    text   NOT NULL,
    entity     text   {ordinal} NOT NULL,
    unit       text   {ordinal} NOT NULL,
    person     text   {ordinal} NOT NULL,
    acting     text   {ordinal} NOT NULL,
    problem    text   NOT NULL,
    lines      bigint NOT NULL,
    good       bigint NOT NULL,
    wrong      bigint NOT NULL,
    done       bigint NOT NULL,
    skipped    bigint NOT NULL,
    undone     bigint NOT NULL,
    stayed     bigint NOT NULL,
    kept       smallint NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL
);
CREATE INDEX ocrm_import_created ON ocrm.import (created_at, id);
CREATE INDEX ocrm_import_entity ON ocrm.import (entity, created_at, id);
CREATE INDEX ocrm_import_unit ON ocrm.import (unit, created_at, id);
CREATE INDEX ocrm_import_person ON ocrm.import (person, created_at, id);
CREATE INDEX ocrm_import_state ON ocrm.import (state, changed_at);
CREATE INDEX ocrm_import_kept ON ocrm.import (kept, changed_at);

-- The lines of a file, so that whoever goes on after a stop needs no file. cells is a JSON array; key is what a line is about, of which a file
-- says one thing; outcome is empty, good, wrong, done, skipped, undone or stayed; way is matched or fresh; ref is what the line made, as
-- "prospect/12", and before what was there in its place.
CREATE TABLE ocrm.import_line (
    import_id bigint NOT NULL,
    line      bigint NOT NULL,
    cells     text   NOT NULL DEFAULT '',
    key       text   {ordinal} NOT NULL DEFAULT '',
    outcome   text   {ordinal} NOT NULL DEFAULT '',
    problem   text   NOT NULL DEFAULT '',
    field     text   NOT NULL DEFAULT '',
    way       text   NOT NULL DEFAULT '',
    subject   text   NOT NULL DEFAULT '',
    ref       text   NOT NULL DEFAULT '',
    before    text   NOT NULL DEFAULT '',
    PRIMARY KEY (import_id, line)
);
CREATE INDEX ocrm_import_line_outcome ON ocrm.import_line (import_id, outcome, line);
CREATE INDEX ocrm_import_line_key ON ocrm.import_line (import_id, key);
