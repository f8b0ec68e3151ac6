package dev.broadsheet.article.feeds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What feeds and sitemaps say of the newsroom as a whole. */
@ConfigMapping(prefix = "broadsheet.feeds")
interface FeedConfig {

    /** The publication's name: the title of its feeds, and what Google News knows it by. */
    @WithDefault("Broadsheet")
    String publication();

    /** The language that the newsroom writes in, as ISO 639 and RFC 5646 both spell it: "en", "de". */
    @WithDefault("en")
    String language();
}
