package dev.broadsheet.notification.delivery;

import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Orders batches again that a sender left behind or put off. Each replica does; rows that one has locked the others pass. */
@ApplicationScoped
class BatchRecovery {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final DeliveryLedger ledger;
    private final WorkLoop loop = new WorkLoop("batch-recovery", INTERVAL, this::orderDueAgain);

    BatchRecovery(DeliveryLedger ledger) {
        this.ledger = ledger;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private boolean orderDueAgain() {
        return QuarkusTransaction.requiringNew().call(ledger::orderDueAgain) > 0;
    }
}
