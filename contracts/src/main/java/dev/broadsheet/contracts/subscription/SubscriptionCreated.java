package dev.broadsheet.contracts.subscription;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A reader asked for one or several newsletters and has still to confirm. One sign-up is one event whatever the number
 * of newsletters, so that the reader gets one confirmation mail.
 *
 * @param subscriptionId the sign-up, a UUIDv7
 * @param subscriberId the reader, a UUIDv7; the record's key
 * @param email the address as the reader typed it, with the domain in its ASCII form. Personal data
 * @param newsletters slugs of the newsletters asked for, at least one
 * @param locale the reader's language, a BCP 47 tag such as {@code en} or {@code es}
 * @param zone the reader's IANA time zone, where known
 * @param source where the reader signed up
 * @param confirmation what the confirmation mail needs
 * @param requestedAt when the sign-up was accepted
 */
public record SubscriptionCreated(
        UUID subscriptionId,
        UUID subscriberId,
        String email,
        List<String> newsletters,
        String locale,
        String zone,
        Source source,
        Confirmation confirmation,
        Instant requestedAt)
        implements Event {

    public SubscriptionCreated {
        Required.present(subscriptionId, "subscriptionId");
        Required.present(subscriberId, "subscriberId");
        Required.present(email, "email");
        newsletters = Required.items(newsletters, "newsletters");
        Required.present(locale, "locale");
        Required.present(source, "source");
        Required.present(confirmation, "confirmation");
        Required.present(requestedAt, "requestedAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }

    /**
     * Where a reader signed up.
     *
     * @param page path of the page, where known
     * @param form what kind of request it was: {@code api} (JSON) or {@code html} (a form post)
     */
    public record Source(String page, String form) {
        public Source {
            Required.present(form, "source.form");
        }
    }

    /**
     * What the confirmation mail needs.
     *
     * @param token opaque to everyone but subscription-service; whoever holds it can confirm, so it is never logged
     * @param expiresAt from when the token is refused
     */
    public record Confirmation(String token, Instant expiresAt) {
        public Confirmation {
            Required.present(token, "confirmation.token");
            Required.present(expiresAt, "confirmation.expiresAt");
        }
    }
}
