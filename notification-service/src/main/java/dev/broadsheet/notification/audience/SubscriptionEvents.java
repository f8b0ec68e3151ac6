package dev.broadsheet.notification.audience;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.notification.confirmation.ConfirmationMails;
import dev.broadsheet.outbox.EventReceiver;
import dev.broadsheet.outbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One channel for all events of a subscriber: confirmed and cancelled must not overtake each other. */
@ApplicationScoped
class SubscriptionEvents {

    static final String CHANNEL = "subscriptions";

    private final EventReceiver receiver;
    private final Audience audience;
    private final ConfirmationMails confirmationMails;

    SubscriptionEvents(EventReceiver receiver, Audience audience, ConfirmationMails confirmationMails) {
        this.receiver = receiver;
        this.audience = audience;
        this.confirmationMails = confirmationMails;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        receiver.receive(CHANNEL, record, this::handle);
    }

    private void handle(ReceivedEvent received) {
        if (received.event() instanceof SubscriptionCreated created) {
            confirmationMails.order(created);
        } else if (received.event() instanceof SubscriptionConfirmed confirmed) {
            audience.confirm(confirmed);
        } else if (received.event() instanceof SubscriptionCancelled cancelled) {
            audience.cancel(cancelled);
        }
    }
}
