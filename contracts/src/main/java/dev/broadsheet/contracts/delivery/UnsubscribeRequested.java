package dev.broadsheet.contracts.delivery;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail came in that asks to leave a newsletter (the mailto of List-Unsubscribe). Whether its token is one of ours is for
 * subscription-service to say: to everyone else it is opaque, and so is whose it is.
 *
 * @param requestId the request, a UUIDv7; the record's key
 * @param unsubscribeToken the token that the mail named
 * @param requestedAt when the mail arrived
 */
public record UnsubscribeRequested(UUID requestId, String unsubscribeToken, Instant requestedAt) implements Event {

    public UnsubscribeRequested {
        Required.present(requestId, "requestId");
        Required.present(unsubscribeToken, "unsubscribeToken");
        Required.present(requestedAt, "requestedAt");
    }

    @Override
    public String aggregateId() {
        return requestId.toString();
    }
}
