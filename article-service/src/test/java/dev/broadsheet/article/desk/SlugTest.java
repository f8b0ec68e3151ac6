package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names in addresses: where they come from, who may have them, and what becomes of old ones. */
@QuarkusTest
class SlugTest {

    private static final String SITE = "http://localhost:8080";

    @Test
    void theSlugOfADraftFollowsItsHeadline() {
        String word = word();
        String id = Desk.create(draft("Early " + word)).getString("id");

        assertThat(Desk.edit(id, draft("Late " + word)).<String>path("slug")).isEqualTo("late-" + word);
        assertThat(Desk.edit(id, draft("Late? " + word + "!")).<String>path("slug"))
                .isEqualTo("late-" + word);
        given().redirects()
                .follow(false)
                .get("/api/v1/articles/early-" + word)
                .then()
                .statusCode(404);
    }

    @Test
    void theSlugOfAPublishedArticleStays() {
        String word = word();
        String id = Desk.createAndPublish(draft("Early " + word)).getString("id");

        assertThat(Desk.edit(id, draft("Late " + word)).<String>path("slug")).isEqualTo("early-" + word);
        Desk.retract(id);
        assertThat(Desk.edit(id, draft("Never " + word)).<String>path("slug")).isEqualTo("early-" + word);
    }

    @Test
    void anEditorMayNameTheSlug() {
        String slug = "named-" + word();
        String id = Desk.create(draftWith("slug", slug)).getString("id");

        Desk.edit(id, draftWith("slug", slug + "-2"))
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug + "-2"))
                .body("url", equalTo(SITE + "/articles/" + slug + "-2"));
    }

    @Test
    void aHeadlineThatComesToMeanItsOwnSlugKeepsIt() {
        String word = word();
        String id =
                Desk.create(withSlug("Working title " + word, "rates-" + word)).getString("id");
        assertThat(Desk.edit(id, draft("Rates " + word)).<String>path("slug")).isEqualTo("rates-" + word);
    }

    @Test
    void aTakenSlugIsRefused() {
        String slug = "taken-" + word();
        Desk.create(draftWith("slug", slug));
        JsonPath other = Desk.create(draft("Wants it " + word()));

        assertTaken(Desk.send(draftWith("slug", slug)));
        assertTaken(Desk.edit(other.getString("id"), draftWith("slug", slug)));
        Desk.read(other.getString("id"))
                .then()
                .body("version", equalTo(0))
                .body("slug", equalTo(other.getString("slug")));
    }

    @Test
    void aSlugThatAnotherArticleHadBeforeIsRefused() {
        String word = word();
        String id = Desk.createAndPublish(draft("Former " + word)).getString("id");
        Desk.edit(id, withSlug("Former " + word, "present-" + word)).then().statusCode(200);

        assertTaken(Desk.send(draftWith("slug", "former-" + word)));
        assertThat(Desk.create(draft("Former " + word)).getString("slug")).isEqualTo("former-" + word + "-2");
    }

    @Test
    void aChangedSlugLeavesARedirectBehind() {
        String word = word();
        String id = Desk.createAndPublish(draft("First " + word)).getString("id");
        String first = "/api/v1/articles/first-" + word;
        given().get(first).then().statusCode(200);

        Desk.edit(id, withSlug("First " + word, "second-" + word)).then().statusCode(200);
        assertMoved(first, "/api/v1/articles/second-" + word);
        assertMoved(first + "/related", "/api/v1/articles/second-" + word + "/related");
        given().get("/api/v1/articles/second-" + word).then().statusCode(200).body("slug", equalTo("second-" + word));

        // Both old ones lead to the newest at once, not to each other.
        Desk.edit(id, withSlug("First " + word, "third-" + word)).then().statusCode(200);
        assertMoved(first, "/api/v1/articles/third-" + word);
        assertMoved("/api/v1/articles/second-" + word, "/api/v1/articles/third-" + word);
        try (ArticleTopic topic = new ArticleTopic()) {
            assertThat(topic.awaitEventsOf(id, 3))
                    .extracting(event -> event.data().getString("slug"))
                    .containsExactly("first-" + word, "second-" + word, "third-" + word);
        }
    }

    @Test
    void anArticleTakesItsOldSlugBack() {
        String word = word();
        String id = Desk.createAndPublish(draft("Old " + word)).getString("id");
        Desk.edit(id, withSlug("Old " + word, "new-" + word)).then().statusCode(200);

        Desk.edit(id, withSlug("Old " + word, "old-" + word)).then().statusCode(200);

        given().redirects()
                .follow(false)
                .get("/api/v1/articles/old-" + word)
                .then()
                .statusCode(200);
        assertMoved("/api/v1/articles/new-" + word, "/api/v1/articles/old-" + word);
        Desk.edit(id, withSlug("Old " + word, "new-" + word)).then().statusCode(200);
        assertMoved("/api/v1/articles/old-" + word, "/api/v1/articles/new-" + word);
    }

    @Test
    void theFormerSlugOfARetractedArticleLeadsToItsEnd() {
        String word = word();
        String id = Desk.createAndPublish(draft("Gone " + word)).getString("id");
        Desk.retract(id);
        Desk.edit(id, withSlug("Gone " + word, "away-" + word)).then().statusCode(200);

        given().get("/api/v1/articles/away-" + word).then().statusCode(410);
        given().redirects()
                .follow(false)
                .get("/api/v1/articles/gone-" + word)
                .then()
                .statusCode(301);
    }

    @Test
    void oneOfSeveralWhoClaimASlugAtOnceGetsIt() throws Exception {
        String slug = "claimed-" + word();
        assertOneGotIt(AtOnce.many(() -> Desk.send(draftWith("slug", slug))), 201);

        String another = "claimed-" + word();
        List<Callable<Response>> claims = Stream.generate(() -> Desk.createAndPublish(draft("Claims " + another)))
                .limit(AtOnce.MANY)
                .<Callable<Response>>map(
                        article -> () -> Desk.edit(article.getString("id"), withSlug("Claims", another)))
                .toList();
        assertOneGotIt(AtOnce.all(claims), 200);
    }

    @Test
    void articlesThatSwapTheirSlugsAtOnceNeverShareOne() throws Exception {
        String word = word();
        String one = Desk.createAndPublish(draft("One " + word)).getString("id");
        String two = Desk.createAndPublish(draft("Two " + word)).getString("id");

        List<Response> answers = AtOnce.all(List.of(
                () -> Desk.edit(one, withSlug("One " + word, "two-" + word)),
                () -> Desk.edit(two, withSlug("Two " + word, "one-" + word))));

        answers.forEach(SlugTest::assertTaken);
    }

    static Stream<String> hostileHeadlines() {
        return Stream.of(
                "Fran\u0327ais et e\u0301te\u0301",
                "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033Da\u0300\u0301\u0302lgo",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family",
                "zero\u200Bwidth\u200Cjoiner\u200D\uFEFF",
                "\u2066isolated\u2069 \u202Bembedded\u202C",
                "東京で地震、津波の心配なし",
                "서울에서 열린 회담",
                "खबरों की दुनिया",
                "ข่าวด่วนวันนี้",
                "שלום עולם",
                "ИСТАНБУЛ İSTANBUL ıIiİ",
                "ﷺ ﬁ ⅷ ①",
                "-----",
                "— – ‒ ―",
                "a--b---c",
                "___",
                "-leading and trailing-",
                "../../etc/passwd",
                "%2e%2e%2f <script>alert(1)</script>",
                "'; DROP TABLE article; --",
                "ß".repeat(300),
                "x".repeat(300),
                "東".repeat(300),
                "🚀".repeat(150),
                "- ".repeat(150) + "",
                "1".repeat(300),
                "-1".repeat(150));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostileHeadlines")
    void anyHeadlineHasASlugThatIsReadUnderItsAddress(String headline) {
        String slug = Desk.createAndPublish(draft(headline)).getString("slug");

        assertThat(slug).hasSizeLessThanOrEqualTo(120).matches("[a-z0-9]+(-[a-z0-9]+)*");
        given().get("/api/v1/articles/" + slug).then().statusCode(200);
    }

    private static void assertTaken(Response answer) {
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("slug"))
                .body("violations[0].code", equalTo("slug.taken"));
    }

    private static void assertOneGotIt(List<Response> answers, int status) {
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(status)
                .containsOnly(status, 400);
        answers.stream().filter(answer -> answer.statusCode() == 400).forEach(SlugTest::assertTaken);
    }

    private static void assertMoved(String address, String to) {
        given().redirects().follow(false).get(address).then().statusCode(301).header("Location", SITE + to);
    }

    private static Map<String, Object> withSlug(String headline, String slug) {
        Map<String, Object> draft = Drafts.draft(headline);
        draft.put("slug", slug);
        return draft;
    }

    /** Of letters only, so that no suffix looks like a part of it. */
    private static String word() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
    }
}
