package dev.broadsheet.article.feeds;

import java.time.Instant;

/** A feed as Atom 1.0, RFC 4287. */
final class AtomFeed {

    private static final XmlNamespace ATOM = new XmlNamespace("", XmlNamespace.ATOM);

    private final Feed feed;
    private final XmlDocument xml;

    private AtomFeed(Feed feed, XmlDocument xml) {
        this.feed = feed;
        this.xml = xml;
    }

    static byte[] of(Feed feed) {
        return XmlDocument.write(xml -> new AtomFeed(feed, xml).write());
    }

    private void write() {
        xml.element(ATOM, "feed", () -> {
            xml.declare(ATOM, XmlNamespace.MEDIA);
            xml.language(feed.language());
            xml.element(ATOM, "id", feed.address());
            xml.element(ATOM, "title", feed.title());
            xml.element(ATOM, "subtitle", feed.description());
            xml.element(ATOM, "updated", written(feed.updated()));
            // Of the feed; each entry has authors of its own. A feed without entries must have one.
            xml.element(ATOM, "author", () -> xml.element(ATOM, "name", feed.publication()));
            writeLink("self", FeedFormat.ATOM.mediaType(), feed.address());
            writeLink("alternate", "text/html", feed.page());
            feed.entries().forEach(entry -> xml.element(ATOM, "entry", () -> writeEntry(entry)));
        });
    }

    private void writeEntry(FeedEntry entry) {
        xml.element(ATOM, "id", entry.urn());
        xml.element(ATOM, "title", entry.headline());
        writeLink("alternate", "text/html", entry.url());
        xml.element(ATOM, "published", written(entry.published()));
        xml.element(ATOM, "updated", written(entry.modified()));
        entry.authors()
                .forEach(author -> xml.element(ATOM, "author", () -> {
                    xml.element(ATOM, "name", author.name());
                    xml.element(ATOM, "uri", author.page());
                }));
        xml.element(ATOM, "category", () -> {
            xml.attribute("term", entry.topic().slug());
            xml.attribute("label", entry.topic().name());
        });
        xml.element(ATOM, "summary", entry.summary());
        xml.element(ATOM, "content", () -> {
            xml.attribute("type", "html");
            xml.text(entry.html());
        });
        MediaImage.write(entry.image(), xml);
    }

    private void writeLink(String relation, String type, String address) {
        xml.element(ATOM, "link", () -> {
            xml.attribute("rel", relation);
            xml.attribute("type", type);
            xml.attribute("href", address);
        });
    }

    private static String written(Instant instant) {
        return instant.toString();
    }
}
