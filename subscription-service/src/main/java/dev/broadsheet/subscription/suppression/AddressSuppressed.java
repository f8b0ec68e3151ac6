package dev.broadsheet.subscription.suppression;

import dev.broadsheet.subscription.address.EmailAddress;

/**
 * An operator put an address on the list. Fired in the transaction that does it, even where the address was on the list
 * before: whoever observes it takes the reader with that address, if there is one, out of all newsletters.
 */
public record AddressSuppressed(EmailAddress address, SuppressionReason reason) {}
