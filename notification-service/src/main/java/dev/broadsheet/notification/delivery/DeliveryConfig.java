package dev.broadsheet.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How an edition is worked off. */
@ConfigMapping(prefix = "broadsheet.delivery")
public interface DeliveryConfig {

    /** Deliveries in a batch, which one sender works off. Small enough that replicas share an edition evenly. */
    @WithDefault("250")
    int batchSize();

    /** Mails of a batch that are handed over at one moment: what a crash of the sender can repeat, at most. */
    @WithDefault("25")
    int inFlight();

    /**
     * How long a sender has a batch to itself without a sign of life. Must be longer than a hand-over can take
     * (quarkus.mailer.timeout), or two senders could be at the same mail.
     */
    @WithDefault("20s")
    Duration lease();

    /** After how long a mail that the relay keeps putting off is given up. */
    @WithDefault("24h")
    Duration giveUpAfter();
}
