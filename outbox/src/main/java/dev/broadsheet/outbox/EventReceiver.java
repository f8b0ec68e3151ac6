package dev.broadsheet.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final DatabasePatience patience;

    EventReceiver(Inbox inbox, DatabasePatience patience) {
        this.inbox = inbox;
        this.patience = patience;
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
        patience.run(() -> handleOnce(consumer, received.get(), effect));
    }

    private void handleOnce(String consumer, ReceivedEvent received, Consumer<ReceivedEvent> effect) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (inbox.claim(consumer, received.id())) {
                effect.accept(received);
            }
        });
    }
}
