package dev.broadsheet.subscription.suppression;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The key of the suppression list. Optional here, so that what is missing or weak is named in words of our own. */
@ConfigMapping(prefix = SuppressionConfig.PREFIX)
interface SuppressionConfig {

    String PREFIX = "broadsheet.suppressions";

    /** Keys the hashes of suppressed addresses. Base64 of at least 32 bytes. It must never change: the list would be void. */
    Optional<String> secret();
}
