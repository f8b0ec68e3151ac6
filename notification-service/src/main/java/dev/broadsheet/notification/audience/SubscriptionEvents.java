package dev.broadsheet.notification.audience;

import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.notification.bounce.Bounces;
import dev.broadsheet.notification.erasure.Erasures;
import dev.broadsheet.notification.readermail.Greetings;
import dev.broadsheet.notification.readermail.MailOrders;
import dev.broadsheet.outbox.EventReceiver;
import dev.broadsheet.outbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One channel for all events of a subscriber: what happened to one must not be overtaken by what happened next. */
@ApplicationScoped
class SubscriptionEvents {

    static final String CHANNEL = "subscriptions";

    private final EventReceiver receiver;
    private final Audience audience;
    private final MailOrders mailOrders;
    private final Greetings greetings;
    private final Erasures erasures;
    private final Bounces bounces;

    SubscriptionEvents(
            EventReceiver receiver,
            Audience audience,
            MailOrders mailOrders,
            Greetings greetings,
            Erasures erasures,
            Bounces bounces) {
        this.receiver = receiver;
        this.audience = audience;
        this.mailOrders = mailOrders;
        this.greetings = greetings;
        this.erasures = erasures;
        this.bounces = bounces;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        receiver.receive(CHANNEL, record, this::handle);
    }

    private void handle(ReceivedEvent received) {
        if (received.event() instanceof SubscriptionCreated created) {
            mailOrders.order(created);
        } else if (received.event() instanceof PreferencesLinkRequested requested) {
            mailOrders.order(requested);
        } else if (received.event() instanceof AddressChangeRequested requested) {
            mailOrders.order(requested);
        } else if (received.event() instanceof SubscriptionConfirmed confirmed) {
            confirm(received.id(), confirmed);
        } else if (received.event() instanceof SubscriptionCancelled cancelled) {
            // First, while it is known to whom.
            greetings.goodbye(received.id(), cancelled);
            audience.cancel(cancelled);
        } else if (received.event() instanceof SubscriberChanged changed) {
            audience.change(changed);
        } else if (received.event() instanceof SubscriberErased erased) {
            erase(erased.subscriberId());
        }
    }

    private void confirm(UUID event, SubscriptionConfirmed confirmed) {
        List<ConfirmedNewsletter> joined = audience.confirm(confirmed);
        if (!Boolean.TRUE.equals(confirmed.imported())) {
            greetings.welcome(event, confirmed.subscriberId(), joined, confirmed.confirmedAt());
        }
    }

    private void erase(UUID subscriber) {
        erasures.begin(subscriber);
        mailOrders.forget(subscriber);
        audience.forget(subscriber);
        bounces.forget(subscriber);
    }
}
