-- Versions of the match model. One is active (1); others are candidates (0) or retired (2). Without an active one, the model that comes with Granary decides.
CREATE TABLE ecif.match_model (
    id      {identity},
    name    text     NOT NULL UNIQUE,
    json    text     NOT NULL,
    state   smallint NOT NULL,
    made_by text     NOT NULL,
    made_at bigint   NOT NULL,
    used_by text,
    used_at bigint
);
CREATE UNIQUE INDEX ecif_match_model_active ON ecif.match_model (state) WHERE state = 1;

-- Work on the whole base for a model (kind: learn, compare, rematch), and how far it is: all parties up to position are done, and figures speak of them.
CREATE TABLE ecif.match_run (
    id         {identity},
    kind       text     NOT NULL,
    model_id   bigint   NOT NULL,
    against    bigint   NOT NULL,
    state      smallint NOT NULL,
    position   bigint   NOT NULL,
    until      bigint   NOT NULL,
    figures    text     NOT NULL,
    started_by text     NOT NULL,
    started_at bigint   NOT NULL,
    changed_at bigint   NOT NULL
);
CREATE INDEX ecif_match_run_model ON ecif.match_run (model_id, kind);

-- Why a record is linked: the record of its party that speaks for it strongest, how the two compare (four bits a comparison), and by which model (0: Granary's own).
ALTER TABLE ecif.source_record ADD COLUMN evidence_record bigint;
ALTER TABLE ecif.source_record ADD COLUMN evidence_levels bigint;
ALTER TABLE ecif.source_record ADD COLUMN evidence_weight double precision;
ALTER TABLE ecif.source_record ADD COLUMN evidence_rarity double precision;
ALTER TABLE ecif.source_record ADD COLUMN evidence_model bigint;
