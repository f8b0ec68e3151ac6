package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.draftWithout;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.localstack.client.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeskTest {

    @Test
    void aDraftIsStoredAndAnsweredWithItsAddress() {
        Response created = Desk.send(draft());
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("state", equalTo("DRAFT"))
                .body("headline", equalTo("The Fed holds rates — for now"))
                .body("summary", equalTo("Loans stay dear for households until spring."))
                .body("topic.name", equalTo("Economy"))
                .body("authors.slug", equalTo(List.of("jonas-lindqvist", "amara-okafor")))
                .body("authors[1].newsletter", equalTo("markets"))
                .body("newsletters", equalTo(List.of("markets", "world")))
                .body("market", equalTo("denver"))
                .body("image.credit", equalTo("M. Ito"))
                .body("body[2].items[0]", equalTo("5.25% since **July**"))
                .body("wordCount", equalTo(25))
                .body("readMinutes", equalTo(1))
                .body("publishedAt", nullValue());

        URI location = URI.create(created.header("Location"));
        assertThat(location.getPath()).isEqualTo(Desk.ARTICLES + "/" + created.path("id"));
        String stored = Desk.asEditor()
                .get(location.getPath())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .extract()
                .asString();
        assertThat(stored).isEqualTo(created.asString());
    }

    @Test
    void aDraftIsSeenByNobodyElse() {
        String slug = Desk.create(draft("Still being written")).getString("slug");

        given().get("/api/v1/articles/" + slug).then().statusCode(404).contentType("application/problem+json");
        List<String> listed =
                given().get("/api/v1/articles?limit=100").jsonPath().getList("items.slug");
        assertThat(listed).doesNotContain(slug);
    }

    @Test
    void aGivenSummaryIsKept() {
        assertThat(Desk.create(draftWith("summary", " In short. ")).getString("summary"))
                .isEqualTo("In short.");
    }

    @Test
    void aLongFirstParagraphIsCutAtAWord() {
        String text = "supercalifragilistic ".repeat(40).strip();
        String summary = Desk.create(draftWith("body", list(paragraph(text)))).getString("summary");
        assertThat(summary).hasSizeLessThanOrEqualTo(300).endsWith("supercalifragilistic…");
    }

    @Test
    void whatIsOptionalCanBeLeftOut() {
        JsonPath article = Desk.create(map(
                "headline", "Bare", "topic", "world", "authors", list("ruth-adler"), "body", list(paragraph("Text."))));
        assertThat(article.getList("newsletters")).isEmpty();
        assertThat(article.getBoolean("breaking")).isFalse();
        assertThat(article.getMap("$")).doesNotContainKeys("market", "image");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What's next for Denver?        | whats-next-for-denver",
                "Große Überraschung             | grosse-uberraschung",
                "Привет, мир                    | privet-mir",
                "\u202bمرحبا\u202c Tampa        | mrhba-tampa",
                "snake_case & C++               | snake-case-c",
                "🚀🚀                           | article"
            })
    void aSlugIsMadeFromAHeadlineOfAnyScript(String headline, String slug) {
        assertThat(Desk.create(draft(headline)).getString("slug")).startsWith(slug);
    }

    @Test
    void aLongHeadlineHasASlugOfWholeWords() {
        assertThat(Desk.create(draft("Inflationary pressure ".repeat(12))).getString("slug"))
                .hasSizeLessThanOrEqualTo(120)
                .matches("(inflationary-pressure-)+inflationary(-pressure)?(-\\d+)?");
    }

    @Test
    void editorsWithOneHeadlineAtOneTimeEachHaveASlugOfTheirOwn() throws Exception {
        String headline = "Storm " + UUID.randomUUID();
        List<Response> created = AtOnce.many(() -> Desk.send(draft(headline)));

        assertThat(created).allMatch(response -> response.statusCode() == 201);
        assertThat(created)
                .extracting(response -> response.<String>path("slug"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port 7", "Port 7 2", "Port 7-3"})
    void aHeadlineThatLooksLikeASuffixTakesNobodysSlug(String headline) {
        for (int i = 0; i < 3; i++) {
            Desk.create(draft(headline));
        }
    }

    @Test
    void withoutATokenNobodyIsLetIn() {
        given().contentType(ContentType.JSON)
                .body(draft())
                .post(Desk.ARTICLES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("requestId", not(nullValue()));
    }

    @Test
    void anExpiredOrForgedTokenLetsNobodyIn() {
        String editor = Tokens.ofTestStack().editor();
        String forged = editor.substring(0, editor.lastIndexOf('.') + 1) + "c2lnbmF0dXJl";
        for (String token : List.of(Tokens.ofTestStack().expired("editor"), forged, "nonsense")) {
            given().auth()
                    .oauth2(token)
                    .get(Desk.ARTICLES + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void anotherRoleIsNotEnough() {
        given().auth()
                .oauth2(Tokens.ofTestStack().operator())
                .contentType(ContentType.JSON)
                .body(draft())
                .post(Desk.ARTICLES)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0199aaaa-0000-7000-8000-000000000000", "17", "null"})
    void anUnknownArticleIsNotFound(String id) {
        Desk.asEditor().get(Desk.ARTICLES + "/" + id).then().statusCode(404).contentType("application/problem+json");
        Desk.publish(id).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void anArticleNeedsNoImage() {
        Desk.send(draftWithout("image")).then().statusCode(201);
    }
}
