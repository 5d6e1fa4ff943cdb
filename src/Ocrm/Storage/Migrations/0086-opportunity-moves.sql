-- The chance (percent, -1: the stage's) that somebody had set before the move, for who takes it back.
ALTER TABLE ocrm.opportunity_move ADD COLUMN chance integer NOT NULL DEFAULT -1;

-- Orders of the list: by the day on which it is expected, and by amount.
CREATE INDEX ocrm_opportunity_expected ON ocrm.opportunity (expected, id);
CREATE INDEX ocrm_opportunity_entity_expected ON ocrm.opportunity (entity, expected, id);
CREATE INDEX ocrm_opportunity_unit_expected ON ocrm.opportunity (unit, expected, id);
CREATE INDEX ocrm_opportunity_amount ON ocrm.opportunity (amount, id);
CREATE INDEX ocrm_opportunity_entity_amount ON ocrm.opportunity (entity, amount, id);
CREATE INDEX ocrm_opportunity_unit_amount ON ocrm.opportunity (unit, amount, id);
CREATE INDEX ocrm_opportunity_owner_amount ON ocrm.opportunity (owner, amount, id);

-- What came of something: tasks by what they came from.
CREATE INDEX ocrm_task_origin ON ocrm.task (origin) WHERE origin <> ''
