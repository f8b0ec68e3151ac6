package dev.broadsheet.notification.erasure;

import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;

/** Takes erased readers out of the ledger, one at a time. Each replica has one; the rows decide who clears whom. */
@ApplicationScoped
class LedgerCleaner {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final WorkLoop loop;

    LedgerCleaner(Erasures erasures) {
        this.loop = new WorkLoop("ledger-cleaner", INTERVAL, erasures::clearNext);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ErasureBegun begun) {
        loop.wake();
    }
}
