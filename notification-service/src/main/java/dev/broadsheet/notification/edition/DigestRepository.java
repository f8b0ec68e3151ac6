package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.article.ArticlePublished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The SQL of open editions. Whoever calls it holds the newsletter's lock, unless it only looks. */
@ApplicationScoped
class DigestRepository {

    private static final String FIND = "SELECT * FROM edition WHERE newsletter = :newsletter AND slot = :slot";

    private static final String FIND_OPEN =
            "SELECT * FROM edition WHERE newsletter = :newsletter AND state = 'OPEN' ORDER BY slot FOR UPDATE";

    private static final String FIND_DUE =
            "SELECT * FROM edition WHERE state = 'OPEN' AND NOT held AND slot <= :until ORDER BY slot LIMIT 100";

    private static final String OPEN = """
            INSERT INTO edition (id, newsletter, state, slot, opened_at)
            VALUES (:id, :newsletter, 'OPEN', :slot, :now)""";

    private static final String ADD_ARTICLE = """
            INSERT INTO edition_article (edition_id, article_id, published_at)
            VALUES (:edition, :article, :publishedAt)""";

    /** One that went out in the same newsletter already: as this publication of it, or as an edition of its own. */
    private static final String HAS_GONE_OUT = """
            SELECT EXISTS (
                SELECT FROM edition_article item JOIN edition ON edition.id = item.edition_id
                WHERE item.article_id = :article AND edition.newsletter = :newsletter AND edition.state <> 'OPEN'
                  AND (edition.article IS NOT NULL OR item.published_at >= :publishedAt))""";

    private static final String STAY = """
            UPDATE edition_article item SET published_at = :publishedAt FROM edition
            WHERE item.article_id = :article AND edition.id = item.edition_id
              AND edition.newsletter = :newsletter AND edition.state = 'OPEN'""";

    private static final String NEWSLETTERS_HOLDING = """
            SELECT edition.newsletter FROM edition_article item JOIN edition ON edition.id = item.edition_id
            WHERE item.article_id = :article AND edition.state = 'OPEN'
            UNION SELECT newsletter FROM unplaced_article WHERE article_id = :article""";

    /** An edition that is left without articles is none. */
    private static final String REMOVE = """
            WITH removed AS (
                DELETE FROM edition_article item USING edition
                WHERE item.article_id = :article AND edition.id = item.edition_id
                  AND edition.newsletter = :newsletter AND edition.state = 'OPEN'
                RETURNING item.edition_id)
            SELECT removed.edition_id FROM removed WHERE NOT EXISTS (
                SELECT FROM edition_article other
                WHERE other.edition_id = removed.edition_id AND other.article_id <> :article)""";

    private static final String MOVE_ARTICLES = """
            INSERT INTO edition_article (edition_id, article_id, published_at)
            SELECT :to, article_id, published_at FROM edition_article WHERE edition_id = :from
            ON CONFLICT (edition_id, article_id) DO NOTHING""";

    private static final String DELETE_ARTICLES = "DELETE FROM edition_article WHERE edition_id = :edition";

    private static final String DELETE = "DELETE FROM edition WHERE id = :edition AND state = 'OPEN'";

    /** From here on, all readers get the articles as they are now, the newest first. Answers how many there are. */
    private static final String SETTLE_ARTICLES = """
            UPDATE edition_article item SET position = placed.position, content = placed.content
            FROM (SELECT article.id, article.content,
                         row_number() OVER (ORDER BY article.published_at DESC, article.id DESC) - 1 AS position
                  FROM edition_article member JOIN article ON article.id = member.article_id
                  WHERE member.edition_id = :edition) placed
            WHERE item.edition_id = :edition AND item.article_id = placed.id""";

    private static final String WAIT = """
            INSERT INTO unplaced_article (newsletter, article_id) VALUES (:newsletter, :article)
            ON CONFLICT (newsletter, article_id) DO NOTHING""";

    private static final String END_WAIT =
            "DELETE FROM unplaced_article WHERE newsletter = :newsletter AND article_id = :article";

    private static final String END_WAITS =
            "DELETE FROM unplaced_article WHERE newsletter = :newsletter RETURNING article_id";

    private final Session session;

    DigestRepository(Session session) {
        this.session = session;
    }

    Optional<Edition> find(String newsletter, Instant slot) {
        return session
                .createNativeQuery(FIND, Edition.class)
                .setParameter("newsletter", newsletter)
                .setParameter("slot", slot)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** In the order of their slots. */
    List<Edition> lockOpen(String newsletter) {
        return session.createNativeQuery(FIND_OPEN, Edition.class)
                .setParameter("newsletter", newsletter)
                .getResultList();
    }

    /** In the order of their slots, not locked. */
    List<Edition> due(Instant until) {
        return session.createNativeQuery(FIND_DUE, Edition.class)
                .setParameter("until", until)
                .getResultList();
    }

    void open(UUID id, String newsletter, Instant slot, Instant now) {
        session.createNativeMutationQuery(OPEN)
                .setParameter("id", id)
                .setParameter("newsletter", newsletter)
                .setParameter("slot", slot)
                .setParameter("now", now)
                .executeUpdate();
    }

    void addArticle(UUID edition, ArticlePublished article) {
        session.createNativeMutationQuery(ADD_ARTICLE)
                .setParameter("edition", edition)
                .setParameter("article", article.articleId())
                .setParameter("publishedAt", article.publishedAt())
                .executeUpdate();
    }

    boolean hasGoneOut(String newsletter, ArticlePublished article) {
        return session.createNativeQuery(HAS_GONE_OUT, Boolean.class)
                .setParameter("newsletter", newsletter)
                .setParameter("article", article.articleId())
                .setParameter("publishedAt", article.publishedAt())
                .getSingleResult();
    }

    /** False if the article is in no open edition of the newsletter. */
    boolean stays(String newsletter, ArticlePublished article) {
        return session.createNativeMutationQuery(STAY)
                        .setParameter("newsletter", newsletter)
                        .setParameter("article", article.articleId())
                        .setParameter("publishedAt", article.publishedAt())
                        .executeUpdate()
                > 0;
    }

    /** Those with an open edition that the article is in, and those that it waits for. */
    Set<String> newslettersHolding(UUID article) {
        return Set.copyOf(session.createNativeQuery(NEWSLETTERS_HOLDING, String.class)
                .setParameter("article", article)
                .getResultList());
    }

    void remove(String newsletter, UUID article) {
        session.createNativeQuery(REMOVE, UUID.class)
                .setParameter("newsletter", newsletter)
                .setParameter("article", article)
                .getResultList()
                .forEach(this::delete);
        session.createNativeMutationQuery(END_WAIT)
                .setParameter("newsletter", newsletter)
                .setParameter("article", article)
                .executeUpdate();
    }

    void moveArticles(UUID from, UUID to) {
        session.createNativeMutationQuery(MOVE_ARTICLES)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    void delete(UUID edition) {
        session.createNativeMutationQuery(DELETE_ARTICLES)
                .setParameter("edition", edition)
                .executeUpdate();
        session.createNativeMutationQuery(DELETE)
                .setParameter("edition", edition)
                .executeUpdate();
    }

    int settleArticles(UUID edition) {
        return session.createNativeMutationQuery(SETTLE_ARTICLES)
                .setParameter("edition", edition)
                .executeUpdate();
    }

    void waitForNewsletter(String newsletter, UUID article) {
        session.createNativeMutationQuery(WAIT)
                .setParameter("newsletter", newsletter)
                .setParameter("article", article)
                .executeUpdate();
    }

    /** The articles that waited; they do no longer. */
    List<UUID> endWaits(String newsletter) {
        return session.createNativeQuery(END_WAITS, UUID.class)
                .setParameter("newsletter", newsletter)
                .getResultList();
    }
}
