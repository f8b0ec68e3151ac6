package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ArticlePageTest extends SiteTest {

    private static final String RATES = ARTICLES + "/rates-rise";
    private static final String MARKETS_ONLY = NEWSLETTERS + "/markets";

    private static final String ARTICLE = """
            {"id":"0194f4a2-0000-7000-8000-000000000001","slug":"rates-rise",
             "url":"http://localhost:8080/articles/rates-rise","headline":"Rates rise","summary":"What it \\"costs\\".",
             "topic":{"slug":"economy","name":"Economy"},"authors":[{"slug":"ana","name":"Ana Ruiz"}],
             "newsletters":["markets","denver"],%s
             "body":[
               {"kind":"PARAGRAPH","axiom":"Why it matters","text":"It **costs**, see [here](https://example.org/a)."},
               {"kind":"HEADING","text":"Numbers"},
               {"kind":"BULLETS","text":"Three:","items":["one","*two*"]},
               {"kind":"QUOTE","text":"Never again."},
               {"kind":"NEWER_THAN_US","text":"Still text."}],
             "wordCount":20,"readMinutes":1,"breaking":true,
             "publishedAt":"2026-11-22T15:00:00Z","updatedAt":"2026-11-22T15:00:00Z"}""";

    private static final String PLAIN_ARTICLE = ARTICLE.formatted("");

    @Test
    void showsTheWholeArticle() {
        gateway.answers(RATES, 200, PLAIN_ARTICLE);
        gateway.answers(MARKETS_ONLY, 200, MARKETS);
        gateway.answers(FORM, 200, OPENED);

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.status()).isEqualTo(200);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("Rates rise");
        assertThat(page.html().expectFirst("meta[name=description]").attr("content"))
                .isEqualTo("What it \"costs\".");
        assertThat(page.html().expectFirst("article").text())
                .contains("November 22, 2026 · Economy", "By Ana Ruiz · 1 min. read", "Still text.");
        assertThat(page.html().select("article > p").first().html())
                .isEqualTo("<strong>Why it matters:</strong> It <strong>costs</strong>, see "
                        + "<a href=\"https://example.org/a\">here</a>.");
        assertThat(page.html().select("article h2").eachText()).containsExactly("Numbers");
        assertThat(page.html().select("article li").eachText()).containsExactly("one", "two");
        assertThat(page.html().select("blockquote").eachText()).containsExactly("Never again.");
        assertThat(page.form().expectFirst("[name=form]").val()).isEqualTo("opened.at-noon");
        assertThat(page.header("Cache-Control")).as("the form is this reader's").isEqualTo("private, max-age=60");
    }

    @Test
    void whatAnEditorTypedIsTextOrItsMarkdownAndNothingElse() {
        gateway.answers(RATES, 200, """
                {"slug":"rates-rise","headline":"<h1>Rates</h1>","authors":[],"newsletters":[],
                 "body":[
                   {"kind":"PARAGRAPH","axiom":"A & *B* <i>","text":"<b onclick=x>b</b> [a](javascript:alert)"},
                   {"kind":"BULLETS","items":["![seen](https://tracker.example/pixel.gif)","<svg onload=x>"]}],
                 "readMinutes":1,"publishedAt":"2026-11-22T15:00:00Z"}""");

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("<h1>Rates</h1>");
        assertThat(page.html().select("article > p").eachText()).containsExactly("A & *B* <i>: <b onclick=x>b</b> a");
        assertThat(page.html().select("article > p strong").eachText()).containsExactly("A & *B* <i>:");
        assertThat(page.html().select("article li").eachText()).containsExactly("seen", "<svg onload=x>");
        assertThat(page.html().select("article a, article img, article svg, article b"))
                .isEmpty();
    }

    @Test
    void itsBoxSignsUpForItsNewsletter() {
        gateway.answers(RATES, 200, PLAIN_ARTICLE);
        gateway.answers(MARKETS_ONLY, 200, MARKETS);
        gateway.answers("POST /api/v1/subscriptions", 202, "{\"status\":\"accepted\"}");

        Page page = reader.open("/articles/rates-rise");
        Page answer = reader.submit(page, Map.of("email", "reader@example.org"));

        assertThat(page.html().expectFirst("aside").text())
                .contains("Broadsheet Markets in your inbox", "Prices, jobs & rates.", "Sign up for free");
        assertThat(answer.heading()).isEqualTo("Thank you for subscribing!");
        assertThat(gateway.only("POST").body()).contains("newsletters=markets").doesNotContain("denver");
    }

    @Test
    void withoutTheCatalogTheArticleIsShownAndTheBoxSaysSo() {
        gateway.answers(RATES, 200, PLAIN_ARTICLE);
        gateway.refuses(MARKETS_ONLY, 503);

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.status()).isEqualTo(200);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("Rates rise");
        assertThat(page.html().expectFirst("aside").text()).contains("Sign-up is not available right now.");
    }

    @Test
    void aNewsletterThatIsGoneLeavesNoBox() {
        gateway.answers(RATES, 200, PLAIN_ARTICLE);
        gateway.refuses(MARKETS_ONLY, 404);

        assertThat(reader.open("/articles/rates-rise").html().select("aside")).isEmpty();
    }

    @Test
    void anImageOfOurOwnIsShownWithItsCredit() {
        gateway.answers(RATES, 200, ARTICLE.formatted(image("http://localhost:8080/images/rates.svg")));

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.html().expectFirst("figure img").attr("src")).isEqualTo("/images/rates.svg");
        assertThat(page.html().expectFirst("figure img").attr("alt")).isEqualTo("A rising line");
        assertThat(page.html().expectFirst("figcaption").text()).isEqualTo("Illustration: Cy Da/Broadsheet");
    }

    @Test
    void aCaptionStandsBetweenTheImageAndItsCredit() {
        gateway.answers(RATES, 200, ARTICLE.formatted("""
                "image":{"url":"http://localhost:8080/illustrations/bank.svg","alt":"A bank","caption":"Shut <since> May.",
                         "credit":"Illustration: Broadsheet"},"""));

        Page page = reader.open("/articles/rates-rise");

        assertGoodPage(page);
        assertThat(page.html().expectFirst("figcaption").text())
                .isEqualTo("Shut <since> May. Illustration: Broadsheet");
        assertThat(page.html().expectFirst("figcaption .caption").text()).isEqualTo("Shut <since> May.");
    }

    @Test
    void aCaptionNeedsNoCredit() {
        gateway.answers(RATES, 200, ARTICLE.formatted("""
                "image":{"url":"http://localhost:8080/illustrations/bank.svg","alt":"A bank","caption":"Shut."},"""));

        assertThat(reader.open("/articles/rates-rise")
                        .html()
                        .expectFirst("figcaption")
                        .text())
                .isEqualTo("Shut.");
    }

    @Test
    void anImageWithNeitherHasNothingUnderIt() {
        gateway.answers(RATES, 200, ARTICLE.formatted("""
                "image":{"url":"http://localhost:8080/illustrations/bank.svg","alt":"A bank"},"""));

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.html().select("figure img")).hasSize(1);
        assertThat(page.html().select("figcaption")).isEmpty();
    }

    @Test
    void nobodyElsesServerLearnsWhatIsRead() {
        gateway.answers(RATES, 200, ARTICLE.formatted(image("https://tracker.example/pixel.gif")));

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.html().select("img")).isEmpty();
        assertThat(page.header("Content-Security-Policy")).contains("img-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/articles/no-such-article", "/articles/Not%20A%20Slug", "/articles/..%2Fdesk", "/articles/"})
    void whatDoesNotExistIsNotFound(String path) {
        Page page = reader.open(path);

        assertThat(page.status()).isEqualTo(404);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("There is no such page");
    }

    @Test
    void aNameThatIsNoSlugNeverReachesTheApi() {
        reader.open("/articles/..%2Fdesk");

        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void aRetractedArticleIsWithdrawn() {
        gateway.refuses(RATES, 410);

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.status()).isEqualTo(410);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("This article was withdrawn");
    }

    @Test
    void anArticleThatIsCalledOtherwiseByNowIsFound() {
        gateway.redirects(RATES, "http://localhost:8080/api/v1/articles/rates-fall");

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.status()).isEqualTo(301);
        assertThat(page.header("Location")).isEqualTo("/articles/rates-fall");
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(gateway.received()).hasSize(1);
    }

    @Test
    void aRedirectToNoArticleLeadsNowhere() {
        gateway.redirects(RATES, "http://localhost:8080/api/v1/articles/..%2F%2Fevil.example");

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.status()).isEqualTo(404);
        assertGoodPage(page);
    }

    @Test
    void whenArticlesCannotBeReadThePageSaysSo() {
        gateway.refuses(RATES, 503);

        Page page = reader.open("/articles/rates-rise");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotBlank();
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("We cannot show this page right now");
    }

    private static String image(String url) {
        return "\"image\":{\"url\":\"%s\",\"alt\":\"A rising line\",\"credit\":\"Illustration: Cy Da/Broadsheet\"},"
                .formatted(url);
    }
}
