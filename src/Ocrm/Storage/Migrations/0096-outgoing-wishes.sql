-- What shall become of a message that is being sent, should it come back unsent: held or cancelled meanwhile; '' queued again.
ALTER TABLE ocrm.outgoing ADD COLUMN wish text NOT NULL DEFAULT '';
