package dev.broadsheet.subscription.bounce;

import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.contracts.delivery.UnsubscribeRequested;
import dev.broadsheet.outbox.EventReceiver;
import dev.broadsheet.outbox.ReceivedEvent;
import dev.broadsheet.subscription.unsubscribe.Unsubscribes;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What notification-service tells of mail that came back, and of mail that asks to leave. */
@ApplicationScoped
class DeliveryEvents {

    static final String CHANNEL = "deliveries";

    private final EventReceiver receiver;
    private final Bounces bounces;
    private final Unsubscribes unsubscribes;

    DeliveryEvents(EventReceiver receiver, Bounces bounces, Unsubscribes unsubscribes) {
        this.receiver = receiver;
        this.bounces = bounces;
        this.unsubscribes = unsubscribes;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        receiver.receive(CHANNEL, record, this::handle);
    }

    private void handle(ReceivedEvent received) {
        if (received.event() instanceof MailBounced bounced) {
            bounces.bounced(received.id(), bounced);
        } else if (received.event() instanceof MailComplained complained) {
            bounces.complained(complained);
        } else if (received.event() instanceof UnsubscribeRequested requested) {
            unsubscribes.cancelIfGenuine(requested.unsubscribeToken());
        }
    }
}
