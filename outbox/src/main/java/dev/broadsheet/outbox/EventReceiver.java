package dev.broadsheet.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Gives events from Kafka their effect, once each, however often they arrive.
 *
 * <p>The effect and the memory of it are one transaction. While the database is away the call waits and tries again,
 * because the fault is not the event's: dead letters are for what will never work. It returns when the effect is
 * committed, or was before, or the event's type is unknown; it throws when the event cannot be handled, and then the
 * channel's failure strategy takes the record to its dead-letter topic.
 */
@ApplicationScoped
public class EventReceiver {

    private static final Logger LOG = Logger.getLogger(EventReceiver.class);

    private final Inbox inbox;
    private final Guard guard;

    EventReceiver(Inbox inbox) {
        this.inbox = inbox;
        this.guard = Guard.create()
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
    }

    /**
     * @param consumer names the effect; an event has one effect per consumer
     * @param record as it came from Kafka
     * @param effect runs in a transaction, which is rolled back when it throws
     * @throws dev.broadsheet.contracts.MalformedEventException if the record is no event of ours
     */
    public void receive(String consumer, ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
        Optional<ReceivedEvent> received = ReceivedEvent.from(record);
        if (received.isEmpty()) {
            LOG.debugf("event=event.unknown.skipped topic=%s", record.topic());
            return;
        }
        guard.get(() -> handleOnce(consumer, received.get(), effect), Boolean.class);
    }

    /** Whether it was the first time. */
    private boolean handleOnce(String consumer, ReceivedEvent received, Consumer<ReceivedEvent> effect) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean first = inbox.claim(consumer, received.id());
            if (first) {
                effect.accept(received);
            }
            return first;
        });
    }
}
