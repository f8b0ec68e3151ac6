-- Where a published article is listed: in all, by topic, author, market and newsletter. One range of the primary key is
-- one list, so that its last page costs what its first does.
CREATE TABLE article_listing (
    place        text        COLLATE "C" NOT NULL,
    published_at timestamptz NOT NULL,
    article_id   uuid        NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (place, published_at, article_id)
);

CREATE INDEX article_listing_article ON article_listing (article_id);

DROP INDEX article_newest;

-- "Tomás" is found by "Tomas".
CREATE EXTENSION IF NOT EXISTS unaccent;
-- Words by their stem, for finding "rates" by "rate" ...
CREATE TEXT SEARCH CONFIGURATION stemmed (COPY = english);
ALTER TEXT SEARCH CONFIGURATION stemmed
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
-- ... and as they stand, for finding "inflation" by its beginning "inflatio", which is no beginning of its stem.
CREATE TEXT SEARCH CONFIGURATION unstemmed (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION unstemmed
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

CREATE FUNCTION searchable(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('stemmed', $1) || to_tsvector('unstemmed', $1);

-- What the rank is made of: the headline, then the summary, then the names of topic and authors.
CREATE FUNCTION article_title(article) RETURNS tsvector LANGUAGE sql STABLE
    RETURN setweight(searchable($1.headline), 'A')
        || setweight(searchable($1.summary), 'B')
        || setweight(searchable(
            (SELECT name FROM topic WHERE slug = $1.topic_slug) || ' '
            || (SELECT coalesce(string_agg(author.name, ' ' ORDER BY position), '')
                FROM article_author JOIN author ON author.slug = author_slug
                WHERE article_id = $1.id)), 'C');

-- What an article is about, for telling which are alike: the stems in a text, without words like "the".
CREATE FUNCTION stems(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN tsvector_to_array(to_tsvector('stemmed', $1));

-- Apart from the article's row, and with the long values out of line: ranking all that match reads many of these rows.
CREATE TABLE article_search (
    article_id   uuid        PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    published_at timestamptz NOT NULL,
    places       text[]      COLLATE "C" NOT NULL,
    subjects     text[]      COLLATE "C" NOT NULL,
    title        tsvector    NOT NULL,
    words        tsvector    NOT NULL,
    text         text        NOT NULL
) WITH (toast_tuple_target = 128);

ALTER TABLE article_search ALTER COLUMN title SET STORAGE MAIN, ALTER COLUMN places SET STORAGE MAIN,
    ALTER COLUMN subjects SET STORAGE MAIN;

-- Without the list of pending entries: a search must not pay for what others have just published.
CREATE INDEX article_search_words ON article_search USING gin (words, places) WITH (fastupdate = off);
CREATE INDEX article_search_subjects ON article_search USING gin (subjects) WITH (fastupdate = off);

-- Articles from before there were lists. Their next edit brings the text without its Markdown.
INSERT INTO article_listing (place, published_at, article_id)
SELECT place, published_at, id
FROM article, LATERAL (
    SELECT 'all' AS place
    UNION ALL SELECT 'topic:' || topic_slug
    UNION ALL SELECT 'market:' || market WHERE market IS NOT NULL
    UNION ALL SELECT 'newsletter:' || newsletter FROM unnest(newsletters) AS newsletter
    UNION ALL SELECT 'author:' || author_slug FROM article_author WHERE article_id = id) AS places
WHERE state = 'PUBLISHED';

INSERT INTO article_search (article_id, published_at, places, subjects, title, words, text)
SELECT article.id, published_at,
    (SELECT array_agg(place) FROM article_listing WHERE article_id = article.id),
    stems(headline || ' ' || summary), article_title(article), article_title(article) || searchable(plain), plain
FROM article, LATERAL (
    SELECT coalesce(string_agg(concat_ws(' ', block ->> 'axiom', block ->> 'text',
        (SELECT string_agg(item, ' ') FROM jsonb_array_elements_text(block -> 'items') AS item)), E'\n'), '') AS plain
    FROM jsonb_array_elements(body) AS block) AS texts
WHERE state = 'PUBLISHED';
