package dev.broadsheet.notification.edition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How digests are made. */
@ConfigMapping(prefix = "broadsheet.editions")
public interface EditionConfig {

    /**
     * How long after its slot a digest closes at the earliest: what was published right before it is still on its way
     * through the outbox.
     */
    @WithDefault("1s")
    Duration grace();

    /**
     * An article whose slot lies further back than this joins no digest: it is old news, as samples are, and what is read
     * once more from the beginning of the topic. Longer than the service may be down.
     */
    @WithDefault("24h")
    Duration oldNews();
}
