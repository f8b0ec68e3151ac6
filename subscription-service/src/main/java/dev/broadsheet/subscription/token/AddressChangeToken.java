package dev.broadsheet.subscription.token;

import java.time.Instant;
import java.util.UUID;

/**
 * Whoever holds it can agree to an address change on behalf of one of its two mailboxes.
 *
 * @param expiresAt whole seconds; what is finer is lost in the token
 */
public record AddressChangeToken(UUID subscriberId, UUID changeId, Mailbox mailbox, Instant expiresAt) {

    public enum Mailbox {
        /** The one that takes the reader's mail today. */
        CURRENT,
        /** The one that is to take it. */
        WANTED
    }
}
