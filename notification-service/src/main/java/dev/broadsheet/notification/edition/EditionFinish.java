package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.delivery.EditionSent;
import dev.broadsheet.notification.delivery.BatchDone;
import dev.broadsheet.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Tells the world when the last delivery of an edition is final. */
@ApplicationScoped
class EditionFinish {

    private static final String COUNT_OPEN_BATCHES =
            "SELECT count(*) FROM delivery_batch WHERE edition_id = :edition AND state <> 'DONE'";

    private static final String COUNT_DELIVERIES = """
            SELECT count(*) FILTER (WHERE state = 'SENT') AS handed_over,
                   count(*) FILTER (WHERE state = 'BOUNCED') AS bounced,
                   count(*) FILTER (WHERE state = 'SUPPRESSED') AS suppressed
            FROM delivery WHERE edition_id = :edition""";

    private static final String ARTICLES =
            "SELECT article_id FROM edition_article WHERE edition_id = :edition ORDER BY position";

    private final Session session;
    private final EditionRepository repository;
    private final Outbox outbox;
    private final Clock clock;

    EditionFinish(Session session, EditionRepository repository, Outbox outbox, Clock clock) {
        this.session = session;
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The edition is locked before its batches are looked at: of two that end together, the second sees both. */
    void whenBatchIsDone(@Observes BatchDone done) {
        ifNothingIsOpen(repository.lock(done.editionId()));
    }

    /** In the transaction of the caller, who has locked the edition. */
    void ifNothingIsOpen(Edition edition) {
        session.flush();
        if (edition.state != Edition.State.SENDING || openBatches(edition.id) > 0) {
            return;
        }
        Instant now = clock.instant();
        edition.state = Edition.State.SENT;
        edition.finishedAt = now;
        outbox.append(editionSent(edition, now));
    }

    private EditionSent editionSent(Edition edition, Instant now) {
        Tuple counts = session.createNativeQuery(COUNT_DELIVERIES, Tuple.class)
                .setParameter("edition", edition.id)
                .getSingleResult();
        List<UUID> articles = session.createNativeQuery(ARTICLES, UUID.class)
                .setParameter("edition", edition.id)
                .getResultList();
        return new EditionSent(
                edition.id,
                edition.newsletter,
                articles,
                edition.audience,
                counts.get("handed_over", Long.class),
                counts.get("bounced", Long.class),
                counts.get("suppressed", Long.class),
                edition.closedAt,
                now);
    }

    private long openBatches(UUID edition) {
        return session.createNativeQuery(COUNT_OPEN_BATCHES, Long.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }
}
