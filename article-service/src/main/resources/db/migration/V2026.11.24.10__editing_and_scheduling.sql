-- Editing, scheduling and retracting.
ALTER TABLE article
    DROP CONSTRAINT article_state_check,
    DROP CONSTRAINT article_check,
    ADD COLUMN scheduled_at timestamptz,
    ADD COLUMN retracted_at timestamptz,
    ADD CONSTRAINT article_state_check CHECK (state IN ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'RETRACTED')),
    ADD CONSTRAINT article_scheduled_check CHECK ((state = 'SCHEDULED') = (scheduled_at IS NOT NULL)),
    ADD CONSTRAINT article_published_check CHECK (state IN ('DRAFT', 'SCHEDULED') OR published_at IS NOT NULL),
    ADD CONSTRAINT article_retracted_check CHECK ((state = 'RETRACTED') = (retracted_at IS NOT NULL));

-- What is due next. It holds the articles that wait, and no other.
CREATE INDEX article_scheduled ON article (scheduled_at, id) WHERE state = 'SCHEDULED';

-- The desk's list: what was worked on last comes first.
CREATE INDEX article_desk ON article (updated_at DESC, id DESC);
-- When the public last saw a change, retractions included.
CREATE INDEX article_public_change ON article (updated_at DESC) WHERE state IN ('PUBLISHED', 'RETRACTED');

-- Names that published articles had before. Old addresses lead on, and nobody else gets the name.
CREATE TABLE former_slug (
    slug       text COLLATE "C" PRIMARY KEY,
    article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE
);

CREATE INDEX former_slug_article ON former_slug (article_id);

-- What an editor's program has created under an Idempotency-Key.
CREATE TABLE creation_key (
    editor      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    created     text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (editor, key)
);

CREATE INDEX creation_key_created_at ON creation_key (created_at);

-- The first versions brought these by SQL; now they come through the desk like any other. Those in use stay.
DELETE FROM author WHERE NOT EXISTS (SELECT FROM article_author WHERE author_slug = slug);
DELETE FROM topic WHERE NOT EXISTS (SELECT FROM article WHERE topic_slug = topic.slug);
ALTER TABLE topic DROP CONSTRAINT topic_position_key;
