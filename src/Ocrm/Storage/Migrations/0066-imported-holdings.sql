-- What people bring in of products that no system of the bank reports: system is "OCRM-" and the legal entity, import_id the import that wrote it
-- last, and as no source record stands behind it, recorded_for says for whom it was written.
ALTER TABLE ocrm.holding ADD COLUMN import_id bigint NOT NULL DEFAULT 0;
ALTER TABLE ocrm.holding ADD COLUMN recorded_for bigint NOT NULL DEFAULT 0;
