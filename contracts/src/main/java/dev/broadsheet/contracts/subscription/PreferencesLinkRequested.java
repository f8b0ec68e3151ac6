package dev.broadsheet.contracts.subscription;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A confirmed reader is to be mailed a link to the preferences.
 *
 * @param requestId the request, a UUIDv7
 * @param subscriberId the reader; the record's key
 * @param email where the link goes. Personal data
 * @param locale the reader's language, a BCP 47 tag
 * @param link what the mail needs
 * @param requestedAt when it was asked for
 */
public record PreferencesLinkRequested(
        UUID requestId, UUID subscriberId, String email, String locale, Link link, Instant requestedAt)
        implements Event {

    public PreferencesLinkRequested {
        Required.present(requestId, "requestId");
        Required.present(subscriberId, "subscriberId");
        Required.present(email, "email");
        Required.present(locale, "locale");
        Required.present(link, "link");
        Required.present(requestedAt, "requestedAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }

    /**
     * @param token opaque to everyone but subscription-service; whoever holds it can act for the reader, so it is never
     *     logged
     * @param expiresAt from when the token is refused
     */
    public record Link(String token, Instant expiresAt) {
        public Link {
            Required.present(token, "link.token");
            Required.present(expiresAt, "link.expiresAt");
        }
    }
}
