package dev.broadsheet.subscription.token;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The secrets that sign links. Optional here, so that what is missing or weak is named in words of our own. */
@ConfigMapping(prefix = TokenSettings.PREFIX)
interface TokenSettings {

    String PREFIX = "broadsheet.tokens";

    /** Signs new links and opens them. Base64 of at least 32 bytes. */
    Optional<String> secret();

    /** Opens links that were signed before the last rotation. Never signs. */
    Optional<String> previousSecret();
}
