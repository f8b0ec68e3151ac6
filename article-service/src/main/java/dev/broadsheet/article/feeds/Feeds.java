package dev.broadsheet.article.feeds;

import dev.broadsheet.article.authors.AuthorRepository;
import dev.broadsheet.article.reading.ArticleFilter;
import dev.broadsheet.article.reading.AsOf;
import dev.broadsheet.article.reading.Publications;
import dev.broadsheet.article.reading.PublishedArticle;
import dev.broadsheet.article.topics.TopicRepository;
import dev.broadsheet.markup.BodyMarkup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The newest articles, whole, as feed readers subscribe to them. */
@ApplicationScoped
class Feeds {

    /** A day or two of a busy newsroom: enough for a reader that asks a few times a day. */
    static final int LONGEST = 30;

    private final Publications publications;
    private final TopicRepository topics;
    private final AuthorRepository authors;
    private final FeedAddresses addresses;
    private final FeedConfig config;

    Feeds(
            Publications publications,
            TopicRepository topics,
            AuthorRepository authors,
            FeedAddresses addresses,
            FeedConfig config) {
        this.publications = publications;
        this.topics = topics;
        this.authors = authors;
        this.addresses = addresses;
        this.config = config;
    }

    /** The feed of what the filter lets through, and when the public last saw any article change. */
    @Transactional
    public AsOf<Feed> read(FeedFormat format, ArticleFilter filter) {
        AsOf<List<PublishedArticle>> newest = publications.newest(filter, LONGEST);
        List<FeedEntry> entries = newest.value().stream().map(this::entry).toList();
        // Of those shown, and not of any article: a filtered feed stays the same, to the byte, while others change.
        Instant updated = entries.stream()
                .map(FeedEntry::modified)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> newest.changed().truncatedTo(ChronoUnit.SECONDS));
        Feed feed = new Feed(
                title(filter),
                "The newest articles of " + config.publication() + ", with their whole text.",
                config.publication(),
                config.language(),
                addresses.page(filter),
                addresses.feed(format, filter),
                updated,
                entries);
        return new AsOf<>(feed, newest.changed());
    }

    private FeedEntry entry(PublishedArticle article) {
        Instant published = article.publishedAt().truncatedTo(ChronoUnit.SECONDS);
        Instant updated = article.updatedAt().truncatedTo(ChronoUnit.SECONDS);
        return new FeedEntry(
                article.id(),
                article.url(),
                article.headline(),
                article.summary(),
                article.topic(),
                article.authors().stream()
                        .map(author -> new FeedEntry.FeedAuthor(author.name(), addresses.author(author.slug())))
                        .toList(),
                article.image(),
                BodyMarkup.html(article.body()),
                BodyMarkup.text(article.body()),
                published,
                updated.isBefore(published) ? published : updated);
    }

    private String title(ArticleFilter filter) {
        List<String> parts = new ArrayList<>();
        if (filter.topic() != null) {
            parts.add(topics.findByIdOptional(filter.topic())
                    .map(topic -> topic.view().name())
                    .orElse(filter.topic()));
        }
        if (filter.author() != null) {
            parts.add("by "
                    + authors.findByIdOptional(filter.author())
                            .map(author -> author.view().name())
                            .orElse(filter.author()));
        }
        // The names of newsletters and markets belong to other services.
        if (filter.newsletter() != null) {
            parts.add("in newsletter " + filter.newsletter());
        }
        if (filter.market() != null) {
            parts.add("from " + filter.market());
        }
        return parts.isEmpty() ? config.publication() : config.publication() + ": " + String.join(", ", parts);
    }
}
