-- Files belong to versions: since is the number of the first version that has the file, until that of the first that has it no more, 0 while
-- the one in writing has it. What was there before belongs to every version.
ALTER TABLE ocrm.product_file ADD COLUMN since bigint NOT NULL DEFAULT 1;
ALTER TABLE ocrm.product_file ADD COLUMN until bigint NOT NULL DEFAULT 0;
