package dev.broadsheet.subscription.subscriber;

import dev.broadsheet.subscription.address.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A subscriber as other features see one.
 *
 * @param zone null where unknown
 * @param pausedUntil the first day of editions after a pause; null for a reader who takes them
 */
public record Reader(
        UUID id, EmailAddress address, SubscriberState state, String locale, String zone, LocalDate pausedUntil) {

    /** The address as the reader typed it. Personal data. */
    public String email() {
        return address.typed();
    }

    /** Whether the owner of the address has confirmed, and mail gets there. */
    public boolean isActive() {
        return state == SubscriberState.ACTIVE;
    }

    /** When the pause ends: at the beginning of its day in the reader's zone, or in UTC where that is unknown. Null without one. */
    public Instant pauseEnd() {
        return pausedUntil == null
                ? null
                : pausedUntil
                        .atStartOfDay(zone == null ? ZoneOffset.UTC : ZoneId.of(zone))
                        .toInstant();
    }

    public boolean isPausedAt(Instant now) {
        return pausedUntil != null && now.isBefore(pauseEnd());
    }

    /** Without the address, which must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "Reader[" + id + "]";
    }
}
