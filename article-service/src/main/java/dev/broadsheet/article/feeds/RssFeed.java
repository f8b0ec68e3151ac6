package dev.broadsheet.article.feeds;

import static dev.broadsheet.article.feeds.XmlNamespace.NONE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A feed as RSS 2.0, with the modules that readers expect today: atom:link, dc:creator, content:encoded, media:content. */
final class RssFeed {

    private static final XmlNamespace ATOM = new XmlNamespace("atom", XmlNamespace.ATOM);
    private static final XmlNamespace DUBLIN_CORE = new XmlNamespace("dc", "http://purl.org/dc/elements/1.1/");
    private static final XmlNamespace CONTENT = new XmlNamespace("content", "http://purl.org/rss/1.0/modules/content/");

    /** RFC 822 with the four digits of the year that RSS allows; days of one digit are read less widely. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** Minutes. A hint for readers without HTTP caching, and as long as a cache may serve a feed that is stale. */
    private static final String TIME_TO_LIVE = "5";

    private final Feed feed;
    private final XmlDocument xml;

    private RssFeed(Feed feed, XmlDocument xml) {
        this.feed = feed;
        this.xml = xml;
    }

    static byte[] of(Feed feed) {
        return XmlDocument.write(xml -> new RssFeed(feed, xml).write());
    }

    private void write() {
        xml.element(NONE, "rss", () -> {
            xml.declare(ATOM, DUBLIN_CORE, CONTENT, XmlNamespace.MEDIA);
            xml.attribute("version", "2.0");
            xml.element(NONE, "channel", this::writeChannel);
        });
    }

    private void writeChannel() {
        xml.element(NONE, "title", feed.title());
        xml.element(NONE, "link", feed.page());
        xml.element(NONE, "description", XmlDocument.escaped(feed.description()));
        xml.element(NONE, "language", feed.language());
        xml.element(NONE, "lastBuildDate", written(feed.updated()));
        xml.element(NONE, "ttl", TIME_TO_LIVE);
        xml.element(ATOM, "link", () -> {
            xml.attribute("href", feed.address());
            xml.attribute("rel", "self");
            xml.attribute("type", FeedFormat.RSS.mediaType());
        });
        feed.entries().forEach(entry -> xml.element(NONE, "item", () -> writeItem(entry)));
    }

    /** A title is plain text, a description is HTML: readers decode the latter once more. */
    private void writeItem(FeedEntry entry) {
        xml.element(NONE, "title", entry.headline());
        xml.element(NONE, "link", entry.url());
        xml.element(NONE, "guid", () -> {
            xml.attribute("isPermaLink", "false");
            xml.text(entry.urn());
        });
        xml.element(NONE, "pubDate", written(entry.published()));
        entry.authors().forEach(author -> xml.element(DUBLIN_CORE, "creator", author.name()));
        xml.element(NONE, "category", entry.topic().name());
        xml.element(NONE, "description", XmlDocument.escaped(entry.summary()));
        xml.element(CONTENT, "encoded", entry.html());
        MediaImage.write(entry.image(), xml);
    }

    private static String written(Instant instant) {
        return DATE.format(instant);
    }
}
