package dev.broadsheet.subscription.subscriber;

import java.time.Instant;

/**
 * What one reader has to do with one newsletter, for the reader to see.
 *
 * @param state PENDING, CONFIRMED or CANCELLED
 * @param confirmedAt null if never
 * @param cancelledAt null if never
 * @param consentedAt when the reader agreed elsewhere, as an import said; null where the sign-up is the proof
 * @param consentSource where that was; null as above
 */
public record SubscriptionRecord(
        String newsletter,
        String state,
        Instant requestedAt,
        Instant confirmedAt,
        Instant cancelledAt,
        Instant consentedAt,
        String consentSource) {}
