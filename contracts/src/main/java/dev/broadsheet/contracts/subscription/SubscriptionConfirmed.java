package dev.broadsheet.contracts.subscription;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A reader confirmed newsletters and is in their audience from now on.
 *
 * <p>The tokens are opaque to everyone but subscription-service, so that no service shares a signing key.
 *
 * @param subscriberId the reader; the record's key
 * @param email the address as the reader typed it, with the domain in its ASCII form. Personal data
 * @param newsletters what was confirmed, at least one
 * @param preferencesToken opens the reader's preferences
 * @param confirmedAt when the reader confirmed
 * @param locale the reader's language, a BCP 47 tag
 * @param zone the reader's IANA time zone, where known
 * @param imported true: an operator brought the reader from elsewhere, and no welcome is due. Absent otherwise
 */
public record SubscriptionConfirmed(
        UUID subscriberId,
        String email,
        List<ConfirmedNewsletter> newsletters,
        String preferencesToken,
        Instant confirmedAt,
        String locale,
        String zone,
        Boolean imported)
        implements Event {

    public SubscriptionConfirmed {
        Required.present(subscriberId, "subscriberId");
        Required.present(email, "email");
        newsletters = Required.items(newsletters, "newsletters");
        Required.present(preferencesToken, "preferencesToken");
        Required.present(confirmedAt, "confirmedAt");
        Required.present(locale, "locale");
    }

    /** By the reader, here. */
    public SubscriptionConfirmed(
            UUID subscriberId,
            String email,
            List<ConfirmedNewsletter> newsletters,
            String preferencesToken,
            Instant confirmedAt,
            String locale,
            String zone) {
        this(subscriberId, email, newsletters, preferencesToken, confirmedAt, locale, zone, null);
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }

    /**
     * @param slug the newsletter
     * @param unsubscribeToken takes this reader out of this newsletter; never expires
     */
    public record ConfirmedNewsletter(String slug, String unsubscribeToken) {
        public ConfirmedNewsletter {
            Required.present(slug, "newsletters[].slug");
            Required.present(unsubscribeToken, "newsletters[].unsubscribeToken");
        }
    }
}
