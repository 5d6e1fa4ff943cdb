-- The list of messages in a legal entity, newest first.
CREATE INDEX ocrm_outgoing_entity ON ocrm.outgoing (entity, created_at, id);
