package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;

/** What all tests of pages share: a reader, the gateway's stand-in, and what every page owes its readers. */
@WithTestResource(StandInGateway.class)
abstract class SiteTest {

    static final String NEWSLETTERS = "GET /api/v1/newsletters";
    static final String ARTICLES = "GET /api/v1/articles";
    static final String FORM = "GET /api/v1/subscriptions/form";

    static final String OPENED = "{\"form\":\"opened.at-noon\"}";
    static final String OPENED_WITH_PROOF = """
            {"form":"opened.at-noon","proof":{"algorithm":"SHA-256","challenge":"00ff","salt":"abc?expires=1",
             "signature":"11ee","maxnumber":50000}}""";

    static final String MARKETS = """
            {"slug":"markets","name":"Broadsheet Markets","tagline":"Before the opening bell",
             "description":"Prices, jobs & rates.","kind":"TOPIC","cadence":"DAILY"}""";
    static final String DENVER = """
            {"slug":"denver","name":"Broadsheet Denver","tagline":"The Front Range in five minutes",
             "description":"Housing and snow.","kind":"LOCAL","cadence":"DAILY","market":"denver"}""";
    static final String CATALOG = "{\"items\":[" + MARKETS + "," + DENVER + "]}";

    @TestHTTPResource
    URI site;

    StandInGateway gateway;
    Reader reader;

    @BeforeEach
    void startAfresh() {
        gateway.forget();
        reader = new Reader(site);
    }

    /** Checks what holds for every page, whatever is on it. */
    static void assertGoodPage(Reader.Page page) {
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.response().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(page.response().headers().allValues("Referrer-Policy")).hasSize(1);
        assertThat(page.response().headers().allValues("Cache-Control")).hasSize(1);
        Document html = page.html();
        assertThat(html.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(html.title()).endsWith("Broadsheet").isNotBlank();
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.expectFirst("a.skip").attr("href")).isEqualTo("#main");
        assertThat(html.select("main#main")).hasSize(1);
        assertThat(html.select("style, [style], iframe")).isEmpty();
        assertThat(html.select("script"))
                .allMatch(script -> script.attr("src").startsWith("/assets/"))
                .allMatch(script -> script.data().isBlank());
        assertThat(html.select("link, img, form").eachAttr("abs:href")).allMatch(String::isEmpty);
        assertIdsAreUnique(html);
        assertFieldsAreLabelled(html);
    }

    /** The address has a token in it: nobody keeps the page or is told where its links came from. */
    static void assertSecretPage(Reader.Page page) {
        assertGoodPage(page);
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("script");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    private static void assertIdsAreUnique(Document html) {
        List<String> ids = html.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (String attribute : List.of("aria-describedby", "aria-labelledby")) {
            assertThat(ids)
                    .containsAll(html.select("[" + attribute + "]").eachAttr(attribute).stream()
                            .flatMap(named -> Stream.of(named.split(" ")))
                            .toList());
        }
    }

    private static void assertFieldsAreLabelled(Document html) {
        for (Element field : html.select("input:not([type=hidden]), select")) {
            boolean labelled = field.parents().is("label")
                    || !html.select("label[for=" + field.id() + "]").isEmpty();
            assertThat(labelled).as("%s has a label", field).isTrue();
        }
    }
}
