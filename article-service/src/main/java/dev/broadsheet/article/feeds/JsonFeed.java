package dev.broadsheet.article.feeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/** A feed as JSON Feed 1.1. The names of the components are the format's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        String description,
        String language,
        List<Item> items) {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                VERSION,
                feed.title(),
                feed.page(),
                feed.address(),
                feed.description(),
                feed.language(),
                feed.entries().stream()
                        .map(entry -> item(entry, feed.language()))
                        .toList());
    }

    private static Item item(FeedEntry entry, String language) {
        return new Item(
                entry.urn(),
                entry.url(),
                entry.headline(),
                entry.html(),
                entry.text(),
                entry.summary(),
                entry.image() == null ? null : entry.image().url(),
                entry.published(),
                entry.modified(),
                entry.authors().stream()
                        .map(author -> new Author(author.name(), author.page()))
                        .toList(),
                List.of(entry.topic().name()),
                language);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Item(
            String id,
            String url,
            String title,
            String contentHtml,
            String contentText,
            String summary,
            String image,
            Instant datePublished,
            Instant dateModified,
            List<Author> authors,
            List<String> tags,
            String language) {}

    record Author(String name, String url) {}
}
