package dev.broadsheet.contracts.subscription;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A reader's address, language, zone or pause is another one now. The whole state of the four: what is absent is unset.
 * What the reader is subscribed to stays as it is.
 *
 * @param subscriberId the reader; the record's key
 * @param email the address that takes the reader's mail from now on. Personal data
 * @param locale the reader's language, a BCP 47 tag
 * @param zone the reader's IANA time zone, where known
 * @param pausedUntil no edition goes to this reader before then; absent for a reader who takes them
 * @param changedAt when
 */
public record SubscriberChanged(
        UUID subscriberId, String email, String locale, String zone, Instant pausedUntil, Instant changedAt)
        implements Event {

    public SubscriberChanged {
        Required.present(subscriberId, "subscriberId");
        Required.present(email, "email");
        Required.present(locale, "locale");
        Required.present(changedAt, "changedAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }
}
