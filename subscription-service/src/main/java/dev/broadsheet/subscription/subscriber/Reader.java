package dev.broadsheet.subscription.subscriber;

import java.util.UUID;

/**
 * A subscriber as other features see one.
 *
 * @param email personal data
 * @param zone null where unknown
 */
public record Reader(UUID id, String email, String locale, String zone) {

    /** Without the address, which must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "Reader[" + id + "]";
    }
}
