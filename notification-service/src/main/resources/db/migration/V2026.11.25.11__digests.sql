-- An event that is read again, or late, must not undo a later one: what counts is when it happened.

ALTER TABLE article
    ADD COLUMN changed_at timestamptz;
UPDATE article SET changed_at = published_at;
ALTER TABLE article
    ALTER COLUMN changed_at SET NOT NULL;

-- Also of articles that this service has never seen: their publication may still come.
CREATE TABLE retraction (
    article_id   uuid        PRIMARY KEY,
    retracted_at timestamptz NOT NULL
);

-- While an edition is open its articles come and go; their places in it are decided when it closes.
ALTER TABLE edition_article
    DROP CONSTRAINT edition_article_pkey,
    ADD PRIMARY KEY (edition_id, article_id),
    ALTER COLUMN position SET DEFAULT 0,
    -- Which publication of the article it is: one that is published again after a retraction joins again.
    ADD COLUMN published_at timestamptz;
UPDATE edition_article SET published_at = article.published_at FROM article WHERE article.id = edition_article.article_id;
ALTER TABLE edition_article
    ALTER COLUMN published_at SET NOT NULL;

CREATE INDEX edition_article_article ON edition_article (article_id);

-- The lists of the desk and of past editions, newest first.
ALTER TABLE edition
    ADD COLUMN opened_at timestamptz;
UPDATE edition SET opened_at = closed_at;
ALTER TABLE edition
    ALTER COLUMN opened_at SET NOT NULL;

CREATE INDEX edition_opened ON edition (opened_at, id);
CREATE INDEX edition_past ON edition (closed_at, id);
