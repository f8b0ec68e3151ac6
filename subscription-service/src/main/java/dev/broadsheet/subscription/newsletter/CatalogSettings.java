package dev.broadsheet.subscription.newsletter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "broadsheet.catalog")
interface CatalogSettings {

    /** How long a replica may go on offering what another replica has archived. */
    @WithDefault("5s")
    Duration longestKept();
}
