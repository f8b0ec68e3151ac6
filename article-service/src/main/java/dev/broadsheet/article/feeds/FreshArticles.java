package dev.broadsheet.article.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what was published of late, without the bodies. */
@ApplicationScoped
class FreshArticles {

    private static final String PUBLISHED_SINCE = """
            SELECT slug, headline, article_listing.published_at
            FROM article_listing JOIN article ON article.id = article_id
            WHERE place = 'all' AND article_listing.published_at > :since
            ORDER BY article_listing.published_at DESC, article_id DESC
            LIMIT :limit
            """;

    private static final String LAST_UNTIL = """
            SELECT max(published_at) FROM article_listing WHERE place = 'all' AND published_at <= :until
            """;

    private final EntityManager entityManager;
    private final FeedAddresses addresses;

    FreshArticles(EntityManager entityManager, FeedAddresses addresses) {
        this.entityManager = entityManager;
        this.addresses = addresses;
    }

    /** Newest first. */
    @Transactional
    public List<FreshArticle> publishedSince(Instant since, int limit) {
        List<?> rows = entityManager
                .createNativeQuery(PUBLISHED_SINCE, Tuple.class)
                .setParameter("since", since)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new FreshArticle(
                        addresses.article(row.get(0, String.class)),
                        row.get(1, String.class),
                        row.get(2, Instant.class)))
                .toList();
    }

    /** When the newest of those was published that are no longer fresh. */
    @Transactional
    public Optional<Instant> lastPublishedUntil(Instant until) {
        return Optional.ofNullable((Instant) entityManager
                .createNativeQuery(LAST_UNTIL, Instant.class)
                .setParameter("until", until)
                .getSingleResult());
    }
}
