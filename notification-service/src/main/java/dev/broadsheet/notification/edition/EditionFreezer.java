package dev.broadsheet.notification.edition;

import dev.broadsheet.notification.delivery.DeliveryConfig;
import dev.broadsheet.notification.delivery.DeliveryLedger;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a closed edition's audience into the ledger, a chunk a transaction: memory does not grow with the audience, the
 * first mails leave while the last readers are still being written, and after a crash any replica goes on where the last
 * chunk ended.
 */
@ApplicationScoped
class EditionFreezer {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final EditionRepository repository;
    private final EditionFinish finish;
    private final DeliveryLedger ledger;
    private final DeliveryConfig config;
    private final WorkLoop loop = new WorkLoop("edition-freezer", INTERVAL, this::freezeNextChunk);

    EditionFreezer(EditionRepository repository, EditionFinish finish, DeliveryLedger ledger, DeliveryConfig config) {
        this.repository = repository;
        this.finish = finish;
        this.ledger = ledger;
        this.config = config;
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
        List<UUID> chunk = repository.nextChunk(edition, config.batchSize());
        if (!chunk.isEmpty()) {
            ledger.add(edition.id, chunk);
            edition.audience += chunk.size();
            edition.frozenTo = chunk.get(chunk.size() - 1);
        }
        if (chunk.size() < config.batchSize()) {
            edition.state = Edition.State.SENDING;
            // It is the id of a reader, who may ask to be forgotten.
            edition.frozenTo = null;
            finish.ifNothingIsOpen(edition);
        }
    }
}
