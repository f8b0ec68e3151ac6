package dev.broadsheet.subscription.subscriber;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** What one reader has to do with one newsletter. The newest time of each kind is kept. */
@Entity
class Subscription {

    @EmbeddedId
    private SubscriptionKey key;

    @Enumerated(EnumType.STRING)
    private SubscriptionState state;

    private Instant requestedAt;
    private Instant confirmedAt;
    private Instant cancelledAt;

    /** Set where an import brought the subscription, and the proof of consent with it. */
    private Instant consentedAt;

    private String consentSource;

    protected Subscription() {}

    Subscription(UUID subscriberId, String newsletter, Instant now) {
        this.key = new SubscriptionKey(subscriberId, newsletter);
        request(now);
    }

    String newsletter() {
        return key.newsletter();
    }

    boolean isConfirmed() {
        return state == SubscriptionState.CONFIRMED;
    }

    void request(Instant now) {
        state = SubscriptionState.PENDING;
        requestedAt = now;
    }

    void confirm(Instant now) {
        state = SubscriptionState.CONFIRMED;
        confirmedAt = now;
    }

    void cancel(Instant now) {
        if (state != SubscriptionState.CANCELLED) {
            state = SubscriptionState.CANCELLED;
            cancelledAt = now;
        }
    }

    SubscriptionRecord toRecord() {
        return new SubscriptionRecord(
                key.newsletter(), state.name(), requestedAt, confirmedAt, cancelledAt, consentedAt, consentSource);
    }
}
