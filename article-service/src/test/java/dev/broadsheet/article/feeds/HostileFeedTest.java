package dev.broadsheet.article.feeds;

import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.content.ContentModule;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.rss.Item;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever an editor types stays text, in every format. */
@QuarkusTest
class HostileFeedTest {

    private static final String HEADLINE =
            "<script>alert('x')</script> ]]> &amp; \uD83D\uDE80 \u05E9\u05DC\u05D5\u05DD";
    private static final String SUMMARY =
            "<img src=x onerror=alert(1)> & \"quoted\" ]]> \uD83D\uDC69\u200D\uD83D\uDE80";
    private static final String TEXT = "<script>alert(1)</script> ]]> AT&T \uD83D\uDE80 \u0645\u0631\u062D\u0628\u0627";
    private static final Set<String> TAGS = Set.of("p", "em", "strong", "code", "a", "h2", "blockquote", "ul", "li");

    private final String newsletter = FeedPages.newsletter();

    @BeforeEach
    void publish() {
        Map<String, Object> draft = FeedPages.draft(HEADLINE, newsletter);
        draft.put("summary", SUMMARY);
        draft.put("image", map("url", "https://images.example/a?b=1&c=2", "alt", "<b>&\"']]>", "credit", "<i>&"));
        draft.put(
                "body",
                list(
                        paragraph(TEXT + " *soft* **loud** `a<b` [x](https://example.org/?a=1&b=2)"),
                        map("kind", "HEADING", "text", "</h2><iframe src=x>"),
                        map("kind", "BULLETS", "text", "<b>", "items", list("<svg onload=alert(1)>", "]]>")),
                        map("kind", "QUOTE", "axiom", "<u>Put simply</u>", "text", "<style>*{}</style>")));
        Desk.createAndPublish(draft);
    }

    @Test
    void inRss() {
        Item item = FeedPages.rss(read("rss")).getItems().get(0);

        assertThat(item.getTitle()).isEqualTo(HEADLINE);
        assertThat(Jsoup.parse(item.getDescription().getValue()).body().children())
                .isEmpty();
        assertThat(Jsoup.parse(item.getDescription().getValue()).text()).isEqualTo(SUMMARY);
        checkBody(((ContentModule) item.getModule(ContentModule.URI))
                .getEncodeds()
                .get(0));
    }

    @Test
    void inAtom() {
        byte[] xml = read("atom");

        AtomRules.check(xml);
        Entry entry = FeedPages.atom(xml).getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo(HEADLINE);
        assertThat(entry.getSummary().getValue()).isEqualTo(SUMMARY);
        checkBody(entry.getContents().get(0).getValue());
    }

    @Test
    void inJson() {
        JsonPath item = FeedPages.json(read("json")).setRootPath("items[0]");

        assertThat(item.getString("title")).isEqualTo(HEADLINE);
        assertThat(item.getString("summary")).isEqualTo(SUMMARY);
        assertThat(item.getString("content_text")).contains(TEXT, "</h2><iframe src=x>");
        checkBody(item.getString("content_html"));
    }

    @Test
    void inTheNewsSitemap() {
        assertThat(Sitemap.news(Sitemap.read("/sitemap-news.xml")))
                .anySatisfy(article -> assertThat(article.getTitle()).isEqualTo(HEADLINE));
    }

    @Test
    void whatXmlCannotCarryIsReplaced() {
        byte[] xml = XmlDocument.write(document -> document.element(XmlNamespace.NONE, "a", () -> {
            document.attribute("b", "\uFFFE");
            document.text("\u0000\u0008\uD83D \uFFFF\uD83D\uDE80");
        }));

        assertThat(FeedPages.dom(xml).getDocumentElement().getTextContent())
                .isEqualTo("\uFFFD\uFFFD\uFFFD \uFFFD\uD83D\uDE80");
        assertThat(FeedPages.dom(xml).getDocumentElement().getAttribute("b")).isEqualTo("\uFFFD");
    }

    private byte[] read(String format) {
        return FeedPages.read(format, "newsletter=" + newsletter);
    }

    private static void checkBody(String html) {
        Document document = Jsoup.parse(html);
        assertThat(document.body().getAllElements().stream().skip(1))
                .extracting(Element::normalName)
                .isNotEmpty()
                .isSubsetOf(TAGS);
        assertThat(document.head().children()).isEmpty();
        assertThat(document.text())
                .contains(TEXT, "</h2><iframe src=x>", "<svg onload=alert(1)>", "<style>*{}</style>");
        assertThat(document.select("a").eachAttr("href")).allMatch(address -> address.startsWith("https://"));
        assertThat(document.select("[^on], [style], [src]")).isEmpty();
        assertThat(List.of("em", "strong", "code"))
                .allSatisfy(tag -> assertThat(document.select(tag)).isNotEmpty());
    }
}
