package dev.broadsheet.subscription.suppression;

import java.time.Instant;

/**
 * An item of the suppression list.
 *
 * @param id the keyed hash of the address in hexadecimal digits; the address itself is not kept
 */
public record SuppressedAddress(String id, SuppressionReason reason, Instant since) {}
