package dev.broadsheet.article.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where published articles are found: lists and search. Whoever publishes, changes or retracts one brings this up to date
 * in the same transaction, so that no list ever shows what is not public.
 */
@ApplicationScoped
public class PublicationIndex {

    private static final String LIST = """
            INSERT INTO article_listing (place, published_at, article_id)
            SELECT place, published_at, id
            FROM article, unnest(:places) AS place
            WHERE id = :article
            """;

    private static final String MAKE_SEARCHABLE = """
            INSERT INTO article_search (article_id, published_at, places, subjects, title, words, text)
            SELECT id, published_at, :places, stems(headline || ' ' || summary), title, title || searchable(:text), :text
            FROM article, LATERAL (SELECT article_title(article) AS title OFFSET 0) AS titles
            WHERE id = :article
            ON CONFLICT (article_id) DO UPDATE
            SET published_at = excluded.published_at, places = excluded.places,
                subjects = excluded.subjects, title = excluded.title, words = excluded.words, text = excluded.text
            """;

    private static final String RENAME = """
            UPDATE article_search
            SET title = titles.title, words = titles.title || searchable(text)
            FROM article, LATERAL (SELECT article_title(article) AS title OFFSET 0) AS titles
            WHERE article.id = article_search.article_id AND places @> ARRAY[CAST(:place AS text)]
            """;

    private final EntityManager entityManager;

    PublicationIndex(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Lists a published article whose row is written, and makes it searchable.
     *
     * @param authors slugs, as are topic, newsletters and market; market may be null
     * @param plainText what a reader reads of the body, a line for each paragraph
     */
    public void put(
            UUID article,
            String topic,
            List<String> authors,
            List<String> newsletters,
            String market,
            String plainText) {
        List<String> places = new ArrayList<>(List.of(Place.ALL, Place.TOPIC.of(topic)));
        authors.forEach(author -> places.add(Place.AUTHOR.of(author)));
        newsletters.forEach(newsletter -> places.add(Place.NEWSLETTER.of(newsletter)));
        if (market != null) {
            places.add(Place.MARKET.of(market));
        }
        String[] names = places.toArray(String[]::new);
        unlist(article);
        entityManager
                .createNativeQuery(LIST)
                .setParameter("places", names)
                .setParameter("article", article)
                .executeUpdate();
        entityManager
                .createNativeQuery(MAKE_SEARCHABLE)
                .setParameter("places", names)
                .setParameter("text", plainText)
                .setParameter("article", article)
                .executeUpdate();
    }

    /** Takes an article out of everything. */
    public void remove(UUID article) {
        unlist(article);
        entityManager
                .createNativeQuery("DELETE FROM article_search WHERE article_id = :article")
                .setParameter("article", article)
                .executeUpdate();
    }

    /** An author's name changed, and its row is written: their articles are found by the new one. */
    public void renameAuthor(String slug) {
        rename(Place.AUTHOR.of(slug));
    }

    /** A topic's name changed, and its row is written. */
    public void renameTopic(String slug) {
        rename(Place.TOPIC.of(slug));
    }

    private void rename(String place) {
        entityManager.createNativeQuery(RENAME).setParameter("place", place).executeUpdate();
    }

    private void unlist(UUID article) {
        entityManager
                .createNativeQuery("DELETE FROM article_listing WHERE article_id = :article")
                .setParameter("article", article)
                .executeUpdate();
    }
}
