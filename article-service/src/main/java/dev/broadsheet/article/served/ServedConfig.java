package dev.broadsheet.article.served;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a replica keeps of the answers it has given. */
@ConfigMapping(prefix = "broadsheet.served")
interface ServedConfig {

    /** For all answers together. 10,000 articles of 5 KB are 50 MB; the least asked for go first. */
    @WithDefault("64M")
    MemorySize memory();

    /**
     * After this an answer is read anew, whatever was heard. It bounds how wrong a replica can be that hears nothing:
     * no longer than the caches of others are allowed to be.
     */
    @WithDefault("60s")
    Duration longest();
}
