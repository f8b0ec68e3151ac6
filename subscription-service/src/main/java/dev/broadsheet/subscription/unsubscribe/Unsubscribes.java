package dev.broadsheet.subscription.unsubscribe;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.signup.SignUps;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import dev.broadsheet.subscription.token.Tokens;
import dev.broadsheet.subscription.token.UnsubscribeToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Readers leave a newsletter from a mail, without a session. */
@ApplicationScoped
class Unsubscribes {

    private final Tokens tokens;
    private final Subscribers subscribers;
    private final SignUps signUps;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;

    Unsubscribes(
            Tokens tokens,
            Subscribers subscribers,
            SignUps signUps,
            Subscriptions subscriptions,
            Outbox outbox,
            Clock clock) {
        this.tokens = tokens;
        this.subscribers = subscribers;
        this.signUps = signUps;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the token's reader out of the token's newsletter. A second time, or for a reader who was erased, nothing
     * changes.
     *
     * @return the newsletters that the reader is out of
     */
    @Transactional
    List<String> cancel(String token) {
        UnsubscribeToken unsubscribe = tokens.openUnsubscribe(token);
        List<String> newsletters = List.of(unsubscribe.newsletter());
        if (subscribers.lock(unsubscribe.subscriberId()).isPresent()) {
            cancel(unsubscribe.subscriberId(), newsletters);
        }
        return newsletters;
    }

    private void cancel(UUID subscriberId, List<String> newsletters) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        signUps.withdraw(subscriberId, newsletters);
        List<String> left = subscriptions.cancel(subscriberId, newsletters, now);
        if (!left.isEmpty()) {
            outbox.append(new SubscriptionCancelled(subscriberId, left, Reason.ONE_CLICK, now));
        }
    }
}
