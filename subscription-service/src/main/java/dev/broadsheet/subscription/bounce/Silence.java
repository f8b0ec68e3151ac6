package dev.broadsheet.subscription.bounce;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.subscription.membership.Memberships;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.SubscriberState;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.suppression.AddressSuppressed;
import dev.broadsheet.subscription.suppression.SuppressionReason;
import dev.broadsheet.subscription.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;

/** Nothing is sent to a reader any more, and no sign-up changes that. The caller holds the reader's row. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Silence {

    private final Subscribers subscribers;
    private final Memberships memberships;
    private final Suppressions suppressions;
    private final Clock clock;

    Silence(Subscribers subscribers, Memberships memberships, Suppressions suppressions, Clock clock) {
        this.subscribers = subscribers;
        this.memberships = memberships;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    void undeliverable(Reader reader, Instant now) {
        if (reader.state() != SubscriberState.COMPLAINED) {
            silence(reader, SubscriberState.UNDELIVERABLE, Reason.BOUNCED, SuppressionReason.BOUNCED, now);
        }
    }

    void complained(Reader reader, Instant now) {
        silence(reader, SubscriberState.COMPLAINED, Reason.COMPLAINED, SuppressionReason.COMPLAINED, now);
    }

    /** An operator put the address on the list: most often because its owner complained in other words. */
    void suppressed(@Observes AddressSuppressed suppressed) {
        subscribers
                .lock(suppressed.address())
                .filter(reader -> reader.state() != SubscriberState.COMPLAINED)
                .ifPresent(reader -> complained(reader, clock.instant()));
    }

    private void silence(
            Reader reader, SubscriberState state, Reason reason, SuppressionReason suppression, Instant now) {
        subscribers.silence(reader.id(), state, now);
        memberships.leaveAll(reader.id(), reason, now);
        suppressions.add(reader.address(), suppression, now);
    }
}
