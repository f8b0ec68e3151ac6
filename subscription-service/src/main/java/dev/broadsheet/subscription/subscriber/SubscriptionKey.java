package dev.broadsheet.subscription.subscriber;

import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record SubscriptionKey(UUID subscriberId, String newsletter) {}
