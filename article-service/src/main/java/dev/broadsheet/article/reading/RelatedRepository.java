package dev.broadsheet.article.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which articles go deeper into what an article tells. */
@ApplicationScoped
class RelatedRepository {

    /**
     * Candidates are the newest fifty of each list that the article is in (its topic, its authors, its newsletters), and
     * the fifty that share most of the words of its headline. A candidate has a point for the same topic, for a shared
     * author, for a shared newsletter, and one, two or three for sharing a tenth, a quarter or half of the words of
     * headline and summary. Most points first, newest first among equals: points are few, so that there are equals.
     */
    private static final String RELATED = """
            WITH this AS MATERIALIZED (
                SELECT id, subjects, stems(headline) AS headline,
                    (SELECT to_tsquery('unstemmed', string_agg(quote_literal(stem), ' | '))
                     FROM unnest(stems(headline)) AS stem) AS query,
                    (SELECT array_agg(place) FROM unnest(places) AS place
                     WHERE place <> 'all' AND place NOT LIKE 'market:%') AS places
                FROM article_search JOIN article ON article.id = article_id
                WHERE article_id = :article),
            candidates AS (
                SELECT near.article_id
                FROM this, unnest(this.places) AS shared, LATERAL (
                    SELECT article_id FROM article_listing WHERE place = shared
                    ORDER BY published_at DESC, article_id DESC LIMIT 50) AS near
                UNION
                SELECT alike.article_id
                FROM this, LATERAL (
                    SELECT article_id FROM article_search WHERE article_search.subjects && this.headline
                    ORDER BY ts_rank(title, this.query) DESC, published_at DESC, article_id DESC LIMIT 50) AS alike)
            SELECT other.article_id
            FROM this, candidates JOIN article_search AS other USING (article_id)
            WHERE other.article_id <> this.id
            ORDER BY
                (SELECT count(DISTINCT split_part(place, ':', 1)) FROM unnest(other.places) AS place
                 WHERE place = ANY (this.places))
                + width_bucket(
                    (SELECT count(*) FROM unnest(other.subjects) AS stem WHERE stem = ANY (this.subjects))
                        / greatest(cardinality(this.subjects), 1)::float,
                    ARRAY[0.1, 0.25, 0.5]::float[]) DESC,
                other.published_at DESC, other.article_id DESC
            LIMIT :limit
            """;

    /** The first two paragraphs; texts are stored with a line for each. */
    private static final String BEGINNINGS = """
            SELECT article_id, array_to_string((string_to_array(text, E'\\n'))[1:2], ' ')
            FROM article_search
            WHERE article_id = ANY (:articles)
            """;

    private final EntityManager entityManager;

    RelatedRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<UUID> related(UUID article, int limit) {
        List<?> rows = entityManager
                .createNativeQuery(RELATED, UUID.class)
                .setParameter("article", article)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    Map<UUID, String> beginnings(List<UUID> articles) {
        List<?> rows = entityManager
                .createNativeQuery(BEGINNINGS, Tuple.class)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, String> beginnings = new HashMap<>();
        for (Object row : rows) {
            Tuple tuple = (Tuple) row;
            beginnings.put(tuple.get(0, UUID.class), tuple.get(1, String.class));
        }
        return beginnings;
    }
}
