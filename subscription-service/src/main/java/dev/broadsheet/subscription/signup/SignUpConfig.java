package dev.broadsheet.subscription.signup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often one address is written to because somebody typed it. */
@ConfigMapping(prefix = "broadsheet.signup")
interface SignUpConfig {

    /** Between two confirmation mails to one address. What is asked for in between waits, and comes in one mail. */
    @WithDefault("15m")
    Duration confirmationInterval();

    /** Confirmation mails to one address within 24 hours. What is asked for beyond is held. */
    @WithDefault("5")
    int confirmationsADay();
}
