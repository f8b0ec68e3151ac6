package dev.broadsheet.contracts.subscription;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A reader wants mail at another address. Both mailboxes are asked, with a token each; nothing changes before both have
 * confirmed, and then a {@link SubscriberChanged} tells of it.
 *
 * @param changeId the request, a UUIDv7
 * @param subscriberId the reader; the record's key
 * @param current the mailbox that takes the reader's mail today
 * @param wanted the mailbox that is to take it
 * @param locale the reader's language, a BCP 47 tag
 * @param expiresAt from when both tokens are refused
 * @param requestedAt when it was asked for
 */
public record AddressChangeRequested(
        UUID changeId,
        UUID subscriberId,
        Mailbox current,
        Mailbox wanted,
        String locale,
        Instant expiresAt,
        Instant requestedAt)
        implements Event {

    public AddressChangeRequested {
        Required.present(changeId, "changeId");
        Required.present(subscriberId, "subscriberId");
        Required.present(current, "current");
        Required.present(wanted, "wanted");
        Required.present(locale, "locale");
        Required.present(expiresAt, "expiresAt");
        Required.present(requestedAt, "requestedAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }

    /**
     * One of the two mailboxes that are asked.
     *
     * @param email its address. Personal data
     * @param token confirms the change on behalf of this mailbox; opaque to everyone but subscription-service, never logged
     */
    public record Mailbox(String email, String token) {
        public Mailbox {
            Required.present(email, "email");
            Required.present(token, "token");
        }
    }
}
