package dev.broadsheet.notification.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long the steps of a hand-over may take. */
@ConfigMapping(prefix = "broadsheet.hand-over")
public interface HandOverConfig {

    /** A mail of an edition whose dialogue has not begun by then is given back: its reader may have left meanwhile. */
    @WithDefault("500ms")
    Duration beginWithin();

    /** The same for mails that are no edition. */
    @WithDefault("10s")
    Duration readerMailBeginWithin();

    /** The whole hand-over. Must stay well below broadsheet.delivery.lease. */
    @WithDefault("15s")
    Duration limit();

    /** Until a connection stands. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** Each answer of a relay, but for the last: that one has what is left of the limit. */
    @WithDefault("10s")
    Duration answerTimeout();

    /** A connection without mail is closed, before the relay does it (five minutes; RFC 5321, 4.5.3.2.7). */
    @WithDefault("60s")
    Duration idleTimeout();

    /** How long a stop waits for the mails under way. */
    @WithDefault("10s")
    Duration stopWait();

    /** As whom EHLO speaks: a host name. Without, the machine's. */
    Optional<String> ownName();
}
