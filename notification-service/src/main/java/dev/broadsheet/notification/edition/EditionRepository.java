package dev.broadsheet.notification.edition;

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

    private static final String OPEN_BREAKING = """
            INSERT INTO edition (id, newsletter, breaking_article, state, closed_at)
            VALUES (:id, :newsletter, :article, 'FREEZING', :closedAt)
            ON CONFLICT (newsletter, breaking_article) DO NOTHING""";

    private static final String ADD_ARTICLE =
            "INSERT INTO edition_article (edition_id, position, article_id) VALUES (:edition, 0, :article)";

    private static final String LOCK_NEXT_TO_FREEZE =
            "SELECT * FROM edition WHERE state = 'FREEZING' ORDER BY closed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED";

    /** In the order of the primary key, from where the last chunk ended: no chunk costs more than the one before. */
    private static final String NEXT_CHUNK = """
            SELECT member.subscriber_id FROM edition
                JOIN audience_member member ON member.newsletter = edition.newsletter
            WHERE edition.id = :edition AND member.confirmed_at <= edition.closed_at
              AND member.subscriber_id > coalesce(edition.frozen_to, '00000000-0000-0000-0000-000000000000')
            ORDER BY member.subscriber_id LIMIT :size""";

    /** Locked, so that the freezing of an edition and a late reader of it do not pass each other unseen. */
    private static final String LOCK_MISSED_BY = """
            SELECT edition.* FROM edition
            WHERE newsletter = :newsletter AND closed_at >= :confirmedAt
              AND NOT (state = 'FREEZING' AND (frozen_to IS NULL OR frozen_to < :subscriber))
              AND NOT EXISTS (SELECT FROM delivery WHERE edition_id = edition.id AND subscriber_id = :subscriber)
            FOR UPDATE""";

    private final Session session;

    EditionRepository(Session session) {
        this.session = session;
    }

    /** False if the article has made its edition already. */
    boolean openBreaking(UUID id, String newsletter, UUID article, Instant closedAt) {
        int opened = session.createNativeMutationQuery(OPEN_BREAKING)
                .setParameter("id", id)
                .setParameter("newsletter", newsletter)
                .setParameter("article", article)
                .setParameter("closedAt", closedAt)
                .executeUpdate();
        if (opened == 1) {
            session.createNativeMutationQuery(ADD_ARTICLE)
                    .setParameter("edition", id)
                    .setParameter("article", article)
                    .executeUpdate();
        }
        return opened == 1;
    }

    Optional<Edition> lockNextToFreeze() {
        return session.createNativeQuery(LOCK_NEXT_TO_FREEZE, Edition.class).getResultList().stream()
                .findFirst();
    }

    List<UUID> nextChunk(Edition edition, int size) {
        return session.createNativeQuery(NEXT_CHUNK, UUID.class)
                .setParameter("edition", edition.id)
                .setParameter("size", size)
                .getResultList();
    }

    List<Edition> lockMissedBy(UUID subscriber, String newsletter, Instant confirmedAt) {
        return session.createNativeQuery(LOCK_MISSED_BY, Edition.class)
                .setParameter("newsletter", newsletter)
                .setParameter("confirmedAt", confirmedAt)
                .setParameter("subscriber", subscriber)
                .getResultList();
    }

    Edition lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
