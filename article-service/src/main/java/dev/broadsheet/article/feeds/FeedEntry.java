package dev.broadsheet.article.feeds;

import dev.broadsheet.article.reading.ArticleImage;
import dev.broadsheet.article.topics.TopicView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An article in a feed.
 *
 * @param image null where there is none
 * @param html the whole body
 * @param text the whole body, for those who show no HTML
 * @param modified not before it was published
 */
record FeedEntry(
        UUID id,
        String url,
        String headline,
        String summary,
        TopicView topic,
        List<FeedAuthor> authors,
        ArticleImage image,
        String html,
        String text,
        Instant published,
        Instant modified) {

    /** The article's name for good: an address may change with the headline, and then no reader shows it twice. */
    String urn() {
        return "urn:uuid:" + id;
    }

    /**
     * @param page the author's page on the site
     */
    record FeedAuthor(String name, String page) {}
}
