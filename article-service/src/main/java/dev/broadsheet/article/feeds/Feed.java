package dev.broadsheet.article.feeds;

import java.time.Instant;
import java.util.List;

/**
 * A feed as it is before it takes the form of a format.
 *
 * @param page the site's page that shows the same, as far as there is one
 * @param address where the feed itself is found
 * @param updated when what it shows last changed
 * @param entries newest first
 */
record Feed(
        String title,
        String description,
        String publication,
        String language,
        String page,
        String address,
        Instant updated,
        List<FeedEntry> entries) {}
