package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.delivery.EditionSent;
import dev.broadsheet.notification.delivery.BatchDone;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Tells the world when the last delivery of an edition is final. Each replica does; rows that one has locked the others pass. */
@ApplicationScoped
class EditionFinish {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

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
    private final WorkLoop loop = new WorkLoop("edition-finish", INTERVAL, this::finishNext);

    EditionFinish(Session session, EditionRepository repository, Outbox outbox, Clock clock) {
        this.session = session;
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** After the commit: of two last batches that end together, the later one finds both done. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchDone done) {
        loop.wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) EditionFrozen frozen) {
        loop.wake();
    }

    private boolean finishNext() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Edition> edition = repository.lockNextToFinish();
            return edition.isPresent() && finish(edition.get());
        });
    }

    /** Asked again now that the edition is locked: a late reader may have been added while this waited for the lock. */
    private boolean finish(Edition edition) {
        if (repository.hasOpenBatches(edition.id)) {
            return false;
        }
        Instant now = clock.instant();
        edition.state = Edition.State.SENT;
        edition.finishedAt = now;
        outbox.append(editionSent(edition, now));
        return true;
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
}
