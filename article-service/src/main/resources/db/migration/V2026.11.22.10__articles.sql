-- The sections of the newsroom.
CREATE TABLE topic (
    slug     text    COLLATE "C" PRIMARY KEY,
    name     text    NOT NULL,
    position integer NOT NULL UNIQUE
);

-- Who writes, and the newsletter that carries their name, if there is one.
CREATE TABLE author (
    slug       text COLLATE "C" PRIMARY KEY,
    name       text NOT NULL,
    newsletter text
);

CREATE TABLE article (
    id           uuid        PRIMARY KEY,
    slug         text        COLLATE "C" NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
    headline     text        NOT NULL,
    summary      text        NOT NULL,
    topic_slug   text        COLLATE "C" NOT NULL REFERENCES topic,
    newsletters  text[]      NOT NULL,
    market       text,
    image        jsonb,
    body         jsonb       NOT NULL,
    word_count   integer     NOT NULL,
    read_minutes integer     NOT NULL CHECK (read_minutes >= 1),
    breaking     boolean     NOT NULL,
    version      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    published_at timestamptz,
    CHECK (state = 'DRAFT' OR published_at IS NOT NULL)
);

-- The public list walks this index, newest first, from wherever its cursor stands.
CREATE INDEX article_newest ON article (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX article_topic ON article (topic_slug);

-- The byline, in its order. Uniqueness is checked at the commit, so that names can change places.
CREATE TABLE article_author (
    article_id  uuid    NOT NULL REFERENCES article ON DELETE CASCADE,
    position    integer NOT NULL,
    author_slug text    COLLATE "C" NOT NULL REFERENCES author,
    PRIMARY KEY (article_id, position),
    UNIQUE (article_id, author_slug) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX article_author_author ON article_author (author_slug);

INSERT INTO topic (slug, name, position)
VALUES
    ('politics-policy', 'Politics & Policy', 1),
    ('economy', 'Economy', 2),
    ('health', 'Health', 3),
    ('technology', 'Technology', 4),
    ('world', 'World', 5);

-- Invented names; any likeness to a living journalist is chance.
INSERT INTO author (slug, name, newsletter)
VALUES
    ('amara-okafor', 'Amara Okafor', 'markets'),
    ('jonas-lindqvist', 'Jonas Lindqvist', NULL),
    ('mei-lin-zhou', 'Mei-Lin Zhou', NULL),
    ('priya-raman', 'Priya Raman', 'vitals'),
    ('ruth-adler', 'Ruth Adler', NULL),
    ('tomas-herrera', 'Tomás Herrera', NULL);
