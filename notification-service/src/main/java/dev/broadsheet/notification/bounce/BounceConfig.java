package dev.broadsheet.notification.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Mail that comes back. */
@ConfigMapping(prefix = "broadsheet.bounces")
interface BounceConfig {

    /** How long a report is remembered. Longer than anybody repeats one: mail servers and providers try for days. */
    @WithDefault("30d")
    Duration retention();
}
