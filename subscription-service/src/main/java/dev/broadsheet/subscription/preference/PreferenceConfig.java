package dev.broadsheet.subscription.preference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Links that are mailed to readers who want to see or change what is held of them. */
@ConfigMapping(prefix = "broadsheet.preferences")
interface PreferenceConfig {

    /** How long a mailed link to the preferences works. */
    @WithDefault("24h")
    Duration linkLifetime();

    /** Between two such mails to one reader. */
    @WithDefault("15m")
    Duration linkInterval();

    /** Such mails to one reader within 24 hours; and as many address changes. */
    @WithDefault("5")
    int linksADay();

    /** How long both mailboxes have to agree to an address change. */
    @WithDefault("24h")
    Duration addressChangeLifetime();
}
