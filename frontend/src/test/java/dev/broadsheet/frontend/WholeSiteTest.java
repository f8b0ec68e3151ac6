package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of the site and of no page in particular. */
@QuarkusTest
class WholeSiteTest extends SiteTest {

    private static final String FILLED_IN = "email=reader%40example.org&newsletters=denver";

    @BeforeEach
    void apiIsThere() {
        gateway.answers(NEWSLETTERS, 200, CATALOG);
        gateway.answers("POST /api/v1/subscriptions", 202, "{\"status\":\"accepted\"}");
        gateway.answers("POST /api/v1/unsubscribe/abc", 200, "{\"newsletters\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/no-such-page", "/q/health", "/assets/1/none.css", "/assets/1/..%2Fapplication.properties"})
    void anAddressWithoutPageIsNotFound(String path) {
        Page page = reader.open(path);

        assertThat(page.status()).isEqualTo(404);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("There is no such page");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aWrongMethodOrMediaTypeIsAPageToo() {
        Page method = reader.post("/", FILLED_IN);
        Page type = reader.post("/subscribe", "{}", "Content-Type", "application/json");

        assertThat(method.status()).isEqualTo(405);
        assertGoodPage(method);
        assertThat(type.status()).isEqualTo(415);
        assertGoodPage(type);
    }

    @Test
    void anAnswerOfTheApiThatMakesNoSenseIsAPageWithoutItsTrace() {
        gateway.answers(ARTICLES + "/strange", 200, "{\"slug\":\"strange\"}");

        Page page = reader.open("/articles/strange");

        assertThat(page.status()).isEqualTo(500);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("Something went wrong");
        assertThat(page.response().body()).doesNotContain("Exception", "dev.broadsheet", "at java");
    }

    @Test
    void theOneStylesheetMayBeKeptForEver() {
        Page page = reader.open("/subscribe");
        assertThat(page.html().select("link[rel=stylesheet]")).hasSize(1);

        Page stylesheet =
                reader.open(page.html().expectFirst("link[rel=stylesheet]").attr("href"));

        assertThat(stylesheet.status()).isEqualTo(200);
        assertThat(stylesheet.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
        assertThat(stylesheet.response().headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
        assertThat(stylesheet.response().body())
                .contains("prefers-color-scheme: dark")
                .doesNotContain("url(", "@import");
    }

    @Test
    void everyPageNamesTheFeeds() {
        Page page = reader.open("/subscribe");

        assertThat(page.html().select("head link[rel=alternate]").eachAttr("type"))
                .containsExactly("application/rss+xml", "application/atom+xml", "application/feed+json");
        assertThat(page.html().select("head link[rel=alternate]").eachAttr("href"))
                .containsExactly("/feeds/articles.rss", "/feeds/articles.atom", "/feeds/articles.json");
        assertThat(page.html().select("head link[rel=alternate]").eachAttr("title"))
                .doesNotHaveDuplicates()
                .allMatch(title -> title.startsWith("Broadsheet"));
    }

    @Test
    void anOlderPagesStylesheetIsThereAndIsNotKept() {
        Page stylesheet = reader.open("/assets/0123456789abcdef/site.css");

        assertThat(stylesheet.status()).isEqualTo(200);
        assertThat(stylesheet.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, http://localhost:1",
        "Origin, null",
        "Origin, %%%"
    })
    void aFormOfAnotherSiteIsRefused(String header, String value) {
        Page page = reader.post("/subscribe", FILLED_IN, header, value);

        assertThat(page.status()).isEqualTo(403);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("This form came from another site");
        assertThat(gateway.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin",
        "Sec-Fetch-Site, none",
        "Origin, http://localhost:8080",
        "Accept-Language, en"
    })
    void aFormOfOurOwnIsTaken(String header, String value) {
        assertThat(reader.post("/subscribe", FILLED_IN, header, value).status()).isEqualTo(200);
    }

    @Test
    void aFormIsOurOwnWhateverNameTheReaderCallsUsBy() {
        Page direct = reader.post("/subscribe", FILLED_IN, "Origin", origin(site));
        Page throughTheGateway = reader.post(
                "/subscribe", FILLED_IN, "Origin", "http://192.0.2.7:8080", "X-Forwarded-Host", "192.0.2.7:8080");

        assertThat(direct.status()).isEqualTo(200);
        assertThat(throughTheGateway.status()).isEqualTo(200);
    }

    /** Older browsers withhold the origin where the page's policy is no-referrer. */
    @Test
    void aPageWithATokenIsTakenWithoutOrigin() {
        assertThat(reader.post("/unsubscribe", "token=abc", "Origin", "null").status())
                .isEqualTo(200);
        for (String page : List.of("", "/address", "/new-address", "/fresh-link", "/erasure")) {
            assertThat(reader.post("/preferences" + page, "token=", "Origin", "null")
                            .status())
                    .as(page)
                    .isEqualTo(400);
        }
        assertThat(reader.post("/preferences/links", "email=a", "Origin", "null")
                        .status())
                .isEqualTo(403);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
