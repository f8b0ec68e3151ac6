package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreviewTest {

    private static final Set<String> HARMLESS =
            Set.of("p", "em", "strong", "code", "a", "br", "h2", "blockquote", "ul", "li");

    @Inject
    Stored stored;

    @Test
    void aPreviewIsWhatReadersGetOnceItIsPublished() {
        Map<String, Object> draft = draft("Looked at before");
        draft.put(
                "image",
                map("url", "https://images.example/a.svg", "alt", "A hall", "credit", "M. Ito", "caption", "At noon"));
        String id = Desk.create(draft).getString("id");

        Map<String, Object> preview = withoutDates(preview(id).getMap("page.article"));
        String slug = Desk.publish(id).path("slug");

        assertThat(withoutDates(
                        given().get("/api/v1/articles/" + slug).jsonPath().getMap("$")))
                .isEqualTo(preview);
    }

    @Test
    void aPublishedArticleIsPreviewedWithItsOwnDate() {
        JsonPath article = Desk.createAndPublish(draft("Looked at after"));
        Map<String, Object> read = given().get("/api/v1/articles/" + article.getString("slug"))
                .jsonPath()
                .getMap("$");
        assertThat(preview(article.getString("id")).<String, Object>getMap("page.article"))
                .isEqualTo(read);
    }

    @Test
    void theMailSaysWhatAnEditionWould() {
        String id = Desk.create(draft("Mailed if published")).getString("id");

        JsonPath preview = preview(id);

        assertThat(preview.getString("mail.subject")).isEqualTo("Mailed if published");
        assertThat(preview.getString("mail.preheader")).isEqualTo("Loans stay dear for households until spring.");
        assertThat(preview.getString("mail.html")).isEqualTo(preview.getString("page.html"));
        assertThat(preview.getString("mail.text"))
                .contains("Why it matters: Loans stay dear")
                .contains("(https://example.org/loans)")
                .doesNotContain("<", "**");
        Document html = Jsoup.parseBodyFragment(preview.getString("page.html"));
        assertThat(html.select("a[href]").eachAttr("href")).containsExactly("https://example.org/loans");
        assertThat(html.select("ul > li")).hasSize(2);
        assertThat(html.select("li strong").text()).isEqualTo("July");
    }

    @Test
    void hostileTextIsShownAndDoesNothing() {
        String script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        Map<String, Object> draft = draft(script);
        draft.put("summary", script);
        draft.put("image", map("url", "https://images.example/a.svg", "alt", script));
        draft.put(
                "body",
                list(
                        map(
                                "kind",
                                "PARAGRAPH",
                                "axiom",
                                script,
                                "text",
                                script + " [<b>x</b>](https://example.org/?a=1&b='2')"),
                        map("kind", "HEADING", "text", "</h2>" + script),
                        map("kind", "BULLETS", "text", script, "items", list(script, "`" + script + "`", "<!--")),
                        map("kind", "QUOTE", "text", "*\"><svg/onload=alert(1)>*"),
                        paragraph("&lt;script&gt;alert(1)&lt;/script&gt;")));

        JsonPath preview = preview(Desk.create(draft).getString("id"));

        assertHarmless(preview.getString("page.html"));
        assertHarmless(preview.getString("mail.html"));
        // As text, to the letter.
        assertThat(Jsoup.parseBodyFragment(preview.getString("page.html")).text())
                .contains(script);
        assertThat(preview.getString("mail.text")).contains(script);
        assertThat(preview.getString("page.article.headline")).isEqualTo(script);
    }

    @Test
    void aPreviewShowsNothingToReadersAndIsNotKept() throws SQLException {
        JsonPath draft = Desk.create(draft("Only looked at"));
        String id = draft.getString("id");

        Desk.preview(id).then().statusCode(200).header("Cache-Control", "no-store");

        given().get("/api/v1/articles/" + draft.getString("slug")).then().statusCode(404);
        Desk.read(id).then().header("ETag", "\"0\"").body("state", equalTo("DRAFT"));
        assertThat(stored.eventsOf(id)).isEmpty();
    }

    @Test
    void anArticleInAnyStateCanBePreviewed() {
        String id = Desk.createAndSchedule(draft("Any state"), Instant.now().plus(Duration.ofDays(1)))
                .getString("id");
        Desk.preview(id).then().statusCode(200);
        Desk.publish(id);
        Desk.retract(id);
        Desk.preview(id).then().statusCode(200);
    }

    @Test
    void anUnknownArticleHasNoPreview() {
        for (String id : List.of(UUID.randomUUID().toString(), "17")) {
            Desk.preview(id).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void onlyEditorsSeePreviews() {
        String id = Desk.create(draft("For editors")).getString("id");
        given().post(Desk.ARTICLES + "/" + id + "/preview").then().statusCode(401);
    }

    private static void assertHarmless(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().children().select("*")) {
            assertThat(element.normalName()).isIn(HARMLESS);
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).isEqualTo("href");
                assertThat(attribute.getValue()).startsWith("https://example.org/");
            });
        }
    }

    private static JsonPath preview(String id) {
        return Desk.preview(id).then().statusCode(200).extract().jsonPath();
    }

    private static Map<String, Object> withoutDates(Map<String, Object> article) {
        Map<String, Object> rest = new HashMap<>(article);
        assertThat(rest.keySet()).contains("publishedAt", "updatedAt");
        rest.keySet().removeAll(Set.of("publishedAt", "updatedAt"));
        return rest;
    }
}
