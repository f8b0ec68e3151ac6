package dev.broadsheet.outbox;

import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Waits for a database that is away, for as long as it takes. For work that came over Kafka: giving it up would turn an
 * outage into dead letters, and what comes behind it would fare no better.
 */
@ApplicationScoped
public class DatabasePatience {

    private static final Logger LOG = Logger.getLogger(DatabasePatience.class);

    private final Guard guard = Guard.create()
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.SECONDS)
            .delay(100, ChronoUnit.MILLIS)
            .jitter(50, ChronoUnit.MILLIS)
            .whenException(TransientFailure::isCauseOf)
            .beforeRetry(
                    failure -> LOG.warnf("event=event.effect.delayed cause=%s", TransientFailure.describe(failure)))
            .withExponentialBackoff()
            .maxDelay(5, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();

    /** Repeats the work until it ends otherwise than by a failure that passes, and returns or throws what it does then. */
    @SuppressWarnings("unchecked") // The class only tells the guard that the work is not asynchronous.
    public <T> T get(Supplier<T> work) {
        return (T) guard.get(work::get, Object.class);
    }

    /** The same for work without a result. */
    public void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }
}
