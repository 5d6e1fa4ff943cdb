-- What people decide about who is who, as it is proposed and as a second person has decided it. A row stays for ever: it is why two numbers are one.
CREATE TABLE ecif.decision (
    id        {identity},
    kind      text   NOT NULL,
    party_a   bigint NOT NULL,
    party_b   bigint NOT NULL,
    records   text   NOT NULL,
    basis     text   NOT NULL,
    reason    text   NOT NULL,
    state     text   NOT NULL,
    made_by   text   NOT NULL,
    made_at   bigint NOT NULL,
    closed_at bigint NOT NULL
);
CREATE INDEX ecif_decision_a ON ecif.decision (party_a);
CREATE INDEX ecif_decision_b ON ecif.decision (party_b);

-- Who could not tell, when and why; and the decision that was proposed last.
ALTER TABLE ecif.suspect ADD COLUMN unsure_at bigint NOT NULL DEFAULT 0;
ALTER TABLE ecif.suspect ADD COLUMN unsure_by text NOT NULL DEFAULT '';
ALTER TABLE ecif.suspect ADD COLUMN note text NOT NULL DEFAULT '';
ALTER TABLE ecif.suspect ADD COLUMN decision_id bigint NOT NULL DEFAULT 0;
