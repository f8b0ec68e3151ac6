package dev.broadsheet.contracts.newsletter;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

/**
 * The whole state of a newsletter after a change. The topic is compacted: its newest record of a key is all that a
 * reader needs.
 *
 * @param slug the newsletter; the record's key
 * @param name as readers see it
 * @param tagline one line
 * @param kind what kind of newsletter it is
 * @param cadence how often it goes out
 * @param sendTime local time of day at which a digest closes; absent for {@link Cadence#IMMEDIATE}
 * @param sendDay day of the week on which a {@link Cadence#WEEKLY} digest closes; absent for the others
 * @param zone IANA time zone of {@code sendTime}
 * @param market the local market, for {@link Kind#LOCAL}
 * @param sender what stands in the mail's From
 * @param archived an archived newsletter takes no sign-ups and sends no editions
 * @param changedAt when
 */
public record NewsletterChanged(
        String slug,
        String name,
        String tagline,
        Kind kind,
        Cadence cadence,
        LocalTime sendTime,
        DayOfWeek sendDay,
        String zone,
        String market,
        Sender sender,
        boolean archived,
        Instant changedAt)
        implements Event {

    public NewsletterChanged {
        Required.present(slug, "slug");
        Required.present(name, "name");
        Required.present(tagline, "tagline");
        Required.present(kind, "kind");
        Required.present(cadence, "cadence");
        Required.present(zone, "zone");
        Required.present(sender, "sender");
        Required.present(changedAt, "changedAt");
    }

    @Override
    public String aggregateId() {
        return slug;
    }

    public enum Kind {
        /** About a subject. */
        TOPIC,
        /** About a place. */
        LOCAL,
        /** A special report. */
        SPECIAL
    }

    public enum Cadence {
        /** One edition for each article. */
        IMMEDIATE,
        /** One edition a day, if there is something to send. */
        DAILY,
        /** One edition a week, if there is something to send. */
        WEEKLY
    }

    /**
     * @param name display name of the mail's From
     * @param address address of the mail's From
     */
    public record Sender(String name, String address) {
        public Sender {
            Required.present(name, "sender.name");
            Required.present(address, "sender.address");
        }
    }
}
