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
     * Batches of one edition that are ordered or under way at one moment, over all replicas. What is ordered is worked off
     * in its turn, so this is how far a large edition can be ahead of one that closes after it. Enough of them keep the
     * senders busy while the next orders travel.
     */
    @WithDefault("64")
    int openBatches();

    /**
     * How long a sender has a batch to itself without a sign of life. Must be longer than a hand-over can take, or two
     * senders could be at the same mail.
     */
    @WithDefault("20s")
    Duration lease();

    /** After how long a mail that the relay keeps putting off is given up. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** What becomes of mails of which nobody knows whether a relay has them. */
    @WithDefault("RESEND")
    Uncertain uncertain();

    enum Uncertain {
        /** They are sent again, with the same Message-ID. */
        RESEND,
        /** They wait until an editor has the edition's open deliveries tried again. */
        HOLD
    }
}
