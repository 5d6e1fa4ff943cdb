-- What a version is found by stands in its key with its weight: a search reads the key alone, whose entries of one token lie side by side,
-- and not a row in another place for each.
CREATE TABLE ocrm.article_token (
    token      text   {ordinal} NOT NULL,
    version_id bigint NOT NULL,
    weight     bigint NOT NULL,
    PRIMARY KEY (token, version_id, weight)
);
INSERT INTO ocrm.article_token (token, version_id, weight) SELECT token, version_id, weight FROM ocrm.article_posting;
DROP TABLE ocrm.article_posting;
CREATE INDEX ocrm_article_token_version ON ocrm.article_token (version_id)
