package dev.broadsheet.subscription.incoming;

import dev.broadsheet.subscription.address.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A well-formed request of somebody who typed an address, stored before anything is decided on it.
 *
 * @param newsletters slugs; empty for a request that names none
 * @param zone null where unknown
 * @param form what kind of request it was: {@code api} or {@code html}
 * @param page path of the page that held the form; null where unknown
 * @param suspicion why the door had doubts; null where it had none
 * @param released whether an operator has looked at it and lets it pass all limits
 */
public record IncomingRequest(
        UUID id,
        IncomingKind kind,
        EmailAddress address,
        List<String> newsletters,
        String locale,
        String zone,
        String form,
        String page,
        String suspicion,
        boolean released,
        Instant receivedAt) {

    /** Without its parts, one of which is a mail address. */
    @Override
    public String toString() {
        return "IncomingRequest[" + id + "]";
    }
}
