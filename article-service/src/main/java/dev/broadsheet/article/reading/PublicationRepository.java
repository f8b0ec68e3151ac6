package dev.broadsheet.article.reading;

import dev.broadsheet.article.authors.Author;
import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.paging.Cursor;
import dev.broadsheet.article.site.PublicSite;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what is public. The number of statements never depends on how much is read. */
@ApplicationScoped
class PublicationRepository {

    private static final String WHOLE = """
            select new dev.broadsheet.article.reading.WholeArticle(
                a.id, a.retractedAt is not null, a.slug, a.headline, a.summary, t.slug, t.name, a.newsletters, a.market,
                a.image, a.body, a.wordCount, a.readMinutes, a.breaking, a.publishedAt, a.updatedAt)
            from Article a join a.topic t
            """;

    private static final String ROWS = """
            select new dev.broadsheet.article.reading.ListedArticle(
                a.id, a.slug, a.headline, a.summary, t.slug, t.name, a.newsletters, a.market, a.image,
                a.readMinutes, a.breaking, a.publishedAt)
            from Article a join a.topic t
            where a.id in :articles and a.retractedAt is null
            """;

    private static final String BYLINES = """
            select a.id as article, author as author
            from Article a join a.authors author
            where a.id in :articles
            order by a.id, index(author)
            """;

    private static final String RENAMED = """
            SELECT article.slug
            FROM former_slug JOIN article ON article.id = article_id
            WHERE former_slug.slug = :slug
            """;

    /** One range of one list's index, from the cursor on; the other lists are asked row by row, by their keys. */
    private static final String NEWEST = """
            SELECT listed.article_id, listed.published_at
            FROM article_listing AS listed
            WHERE listed.place = :place
                AND (listed.published_at, listed.article_id) < (:publishedAt, :id)
                AND (SELECT count(*) FROM article_listing AS other
                     WHERE other.place = ANY (:others)
                         AND other.published_at = listed.published_at AND other.article_id = listed.article_id)
                    = cardinality(:others)
            ORDER BY listed.published_at DESC, listed.article_id DESC
            LIMIT :limit
            """;

    private static final String ADDRESSES = """
            SELECT slug, updated_at
            FROM article_listing JOIN article ON article.id = article_id
            WHERE place = 'all'
            ORDER BY article_listing.published_at, article_id
            OFFSET :offset LIMIT :limit
            """;

    private static final String LAST_CHANGE = """
            SELECT max(updated_at) FROM article WHERE state IN ('PUBLISHED', 'RETRACTED')
            """;

    private final EntityManager entityManager;

    PublicationRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Published or retracted. */
    Optional<WholeArticle> whole(String slug) {
        return entityManager
                .createQuery(WHOLE + "where a.slug = :slug and a.publishedAt is not null", WholeArticle.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** The present slug of the article that was called so before. */
    Optional<String> renamed(String formerSlug) {
        return first(entityManager
                .createNativeQuery(RENAMED, String.class)
                .setParameter("slug", formerSlug)
                .getResultList());
    }

    /** The articles that are in all these places, newest first, behind the cursor. */
    List<Cursor> newest(List<String> places, Cursor after, int limit) {
        List<?> rows = entityManager
                .createNativeQuery(NEWEST, Tuple.class)
                .setParameter("place", places.get(0))
                .setParameter("others", places.subList(1, places.size()).toArray(String[]::new))
                .setParameter("publishedAt", after.time())
                .setParameter("id", after.id())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Cursor(0, row.get(1, Instant.class), row.get(0, UUID.class)))
                .toList();
    }

    /** In the order of the ids; one that was retracted in between is missing. */
    List<WholeArticle> wholes(List<UUID> articles) {
        List<WholeArticle> found = entityManager
                .createQuery(WHOLE + "where a.id in :articles and a.retractedAt is null", WholeArticle.class)
                .setParameter("articles", articles)
                .getResultList();
        return inOrder(articles, found, WholeArticle::id);
    }

    /** In the order of the ids; one that was retracted in between is missing. */
    List<ListedArticle> rows(List<UUID> articles) {
        List<ListedArticle> found = entityManager
                .createQuery(ROWS, ListedArticle.class)
                .setParameter("articles", articles)
                .getResultList();
        return inOrder(articles, found, ListedArticle::id);
    }

    /** The authors of all these articles in one statement, in the order of each byline. */
    Map<UUID, List<AuthorView>> bylines(List<UUID> articles) {
        return entityManager
                .createQuery(BYLINES, Tuple.class)
                .setParameter("articles", articles)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("article", UUID.class),
                        Collectors.mapping(
                                row -> row.get("author", Author.class).view(), Collectors.toList())));
    }

    /** When the public last saw an article come, change or go. */
    Instant lastChange() {
        Object changed =
                entityManager.createNativeQuery(LAST_CHANGE, Instant.class).getSingleResult();
        return changed == null ? Instant.EPOCH : (Instant) changed;
    }

    long count() {
        return (Long) entityManager
                .createNativeQuery("SELECT count(*) FROM article_listing WHERE place = 'all'", Long.class)
                .getSingleResult();
    }

    List<PublishedAddress> addresses(PublicSite site, int offset, int limit) {
        List<?> rows = entityManager
                .createNativeQuery(ADDRESSES, Tuple.class)
                .setParameter("offset", offset)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new PublishedAddress(site.article(row.get(0, String.class)), row.get(1, Instant.class)))
                .toList();
    }

    private static <T> List<T> inOrder(List<UUID> articles, List<T> found, Function<T, UUID> id) {
        Map<UUID, T> byId = found.stream().collect(Collectors.toMap(id, Function.identity()));
        return articles.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private static Optional<String> first(List<?> rows) {
        return rows.stream().findFirst().map(String.class::cast);
    }
}
