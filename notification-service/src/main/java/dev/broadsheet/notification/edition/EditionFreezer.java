package dev.broadsheet.notification.edition;

import dev.broadsheet.notification.delivery.DeliveryLedger;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes a closed edition's audience into the ledger, a chunk a transaction: memory does not grow with the audience, the
 * first mails leave while the last readers are still being written, and after a crash any replica goes on where the last
 * chunk ended.
 */
@ApplicationScoped
class EditionFreezer {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final EditionRepository repository;
    private final DeliveryLedger ledger;
    private final Event<EditionFrozen> frozen;
    private final WorkLoop loop = new WorkLoop("edition-freezer", INTERVAL, this::freezeNextChunk);

    EditionFreezer(EditionRepository repository, DeliveryLedger ledger, Event<EditionFrozen> frozen) {
        this.repository = repository;
        this.ledger = ledger;
        this.frozen = frozen;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) EditionClosed closed) {
        loop.wake();
    }

    private boolean freezeNextChunk() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Edition> edition = repository.lockNextToFreeze();
            edition.ifPresent(this::freezeNextChunk);
            return edition.isPresent();
        });
    }

    private void freezeNextChunk(Edition edition) {
        DeliveryLedger.Chunk chunk =
                ledger.addNextChunk(edition.id, edition.newsletter, edition.closedAt, edition.frozenTo);
        edition.audience += chunk.readers();
        edition.frozenTo = chunk.last();
        if (chunk.isLast()) {
            edition.state = Edition.State.SENDING;
            // It is the id of a reader, who may ask to be forgotten.
            edition.frozenTo = null;
            frozen.fire(new EditionFrozen());
        }
    }
}
