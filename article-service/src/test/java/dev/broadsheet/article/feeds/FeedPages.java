package dev.broadsheet.article.feeds;

import static io.restassured.RestAssured.given;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import dev.broadsheet.article.testing.Drafts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Feeds as their readers get them. */
final class FeedPages {

    static final List<String> FORMATS = List.of("rss", "atom", "json");

    private FeedPages() {}

    /** A newsletter of one test alone: a feed of it has no article of another. */
    static String newsletter() {
        return "feeds-" + UUID.randomUUID();
    }

    static Map<String, Object> draft(String headline, String newsletter) {
        Map<String, Object> draft = Drafts.draft(headline);
        draft.put("newsletters", Drafts.list(newsletter));
        return draft;
    }

    static Response get(String format, String query) {
        return given().get("/feeds/articles." + format + (query.isEmpty() ? "" : "?" + query));
    }

    static byte[] read(String format, String query) {
        return get(format, query).then().statusCode(200).extract().asByteArray();
    }

    /** The articles of a feed, in its order, by the ids that it names them with. */
    static List<String> ids(String format, String query) {
        byte[] feed = read(format, query);
        return switch (format) {
            case "rss" ->
                rss(feed).getItems().stream()
                        .map(item -> item.getGuid().getValue())
                        .toList();
            case "atom" ->
                atom(feed).getEntries().stream().map(entry -> entry.getId()).toList();
            case "json" -> json(feed).getList("items.id");
            default -> throw new IllegalArgumentException(format);
        };
    }

    static String urn(JsonPath article) {
        return "urn:uuid:" + article.getString("id").toLowerCase(Locale.ROOT);
    }

    static com.rometools.rome.feed.rss.Channel rss(byte[] feed) {
        return (com.rometools.rome.feed.rss.Channel) wire(feed);
    }

    static com.rometools.rome.feed.atom.Feed atom(byte[] feed) {
        return (com.rometools.rome.feed.atom.Feed) wire(feed);
    }

    static JsonPath json(byte[] feed) {
        return JsonPath.given(new ByteArrayInputStream(feed));
    }

    /** As a parser reads it that forgives nothing. */
    static Document dom(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("Not XML", e);
        }
    }

    private static WireFeed wire(byte[] feed) {
        try {
            WireFeedInput input = new WireFeedInput();
            // Rome would mend what is broken before it looks at it.
            input.setXmlHealerOn(false);
            return input.build(new InputSource(new ByteArrayInputStream(feed)));
        } catch (FeedException e) {
            throw new AssertionError("Not a feed", e);
        }
    }
}
