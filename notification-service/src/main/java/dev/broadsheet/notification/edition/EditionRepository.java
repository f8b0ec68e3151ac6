package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.article.ArticlePublished;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, UUID> {

    private static final String OPEN_OWN = """
            INSERT INTO edition (id, newsletter, article, state, opened_at, closed_at)
            VALUES (:id, :newsletter, :article, 'FREEZING', :now, :closedAt)
            ON CONFLICT (newsletter, article) DO NOTHING""";

    private static final String ADD_ITS_ARTICLE = """
            INSERT INTO edition_article (edition_id, position, article_id, published_at, content)
            SELECT :edition, 0, article.id, :publishedAt, article.content FROM article WHERE article.id = :article""";

    /** Whose audience is written least far: a large edition does not keep one waiting that closes after it. */
    private static final String LOCK_NEXT_TO_FREEZE =
            "SELECT * FROM edition WHERE state = 'FREEZING' ORDER BY audience, closed_at LIMIT 1 FOR UPDATE SKIP LOCKED";

    /** The last batch of each is done, or there never was one. */
    private static final String LOCK_NEXT_TO_FINISH = """
            SELECT * FROM edition WHERE state = 'SENDING'
              AND NOT EXISTS (SELECT FROM delivery_batch WHERE edition_id = edition.id AND state <> 'DONE')
            LIMIT 1 FOR UPDATE SKIP LOCKED""";

    /** Locked, so that the freezing of an edition and a late reader of it do not pass each other unseen. */
    private static final String LOCK_MISSED_BY = """
            SELECT edition.* FROM edition
            WHERE newsletter = :newsletter AND closed_at >= :confirmedAt
              AND NOT (state = 'FREEZING' AND (frozen_to IS NULL OR frozen_to < :subscriber))
              AND NOT EXISTS (SELECT FROM delivery WHERE edition_id = edition.id AND subscriber_id = :subscriber)
            FOR UPDATE""";

    private static final String HAS_OPEN_BATCHES =
            "SELECT EXISTS (SELECT FROM delivery_batch WHERE edition_id = :edition AND state <> 'DONE')";

    private final Session session;

    EditionRepository(Session session) {
        this.session = session;
    }

    /** False if the article has made its edition already. */
    boolean openOwn(UUID id, String newsletter, ArticlePublished article, Instant now) {
        int opened = session.createNativeMutationQuery(OPEN_OWN)
                .setParameter("id", id)
                .setParameter("newsletter", newsletter)
                .setParameter("article", article.articleId())
                .setParameter("now", now)
                .setParameter("closedAt", article.publishedAt())
                .executeUpdate();
        if (opened == 1) {
            session.createNativeMutationQuery(ADD_ITS_ARTICLE)
                    .setParameter("edition", id)
                    .setParameter("article", article.articleId())
                    .setParameter("publishedAt", article.publishedAt())
                    .executeUpdate();
        }
        return opened == 1;
    }

    Optional<Edition> lockNextToFreeze() {
        return session.createNativeQuery(LOCK_NEXT_TO_FREEZE, Edition.class).getResultList().stream()
                .findFirst();
    }

    Optional<Edition> lockNextToFinish() {
        return session.createNativeQuery(LOCK_NEXT_TO_FINISH, Edition.class).getResultList().stream()
                .findFirst();
    }

    boolean hasOpenBatches(UUID edition) {
        return session.createNativeQuery(HAS_OPEN_BATCHES, Boolean.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }

    List<Edition> lockMissedBy(UUID subscriber, String newsletter, Instant confirmedAt) {
        return session.createNativeQuery(LOCK_MISSED_BY, Edition.class)
                .setParameter("newsletter", newsletter)
                .setParameter("confirmedAt", confirmedAt)
                .setParameter("subscriber", subscriber)
                .getResultList();
    }

    /** Null if there is none. */
    Edition lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
