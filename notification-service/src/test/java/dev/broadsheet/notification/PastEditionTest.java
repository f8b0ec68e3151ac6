package dev.broadsheet.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PastEditionTest {

    private static final String EDITIONS = "/api/v1/editions";

    private final OtherServices others = new OtherServices();
    private final String newsletter = OtherServices.newSlug();

    @BeforeEach
    void foundANewsletter() {
        handled(OtherServices.immediate(newsletter));
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void everybodyMayReadAnEditionAsItsReadersGotIt() {
        ArticlePublished article = published("As it was");
        handled(OtherServices.updated(article));

        Response answer = given().get(EDITIONS + "/{id}", editionOf(article));

        JsonPath edition = answer.then().statusCode(200).extract().jsonPath();
        assertThat(answer.header("Cache-Control")).startsWith("public, max-age=");
        assertThat(edition.getString("subject")).isEqualTo("As it was");
        assertThat(edition.getString("newsletter.slug")).isEqualTo(newsletter);
        assertThat(edition.getString("newsletter.name")).isEqualTo("The " + newsletter);
        assertThat(edition.getString("closedAt")).isNotBlank();
        assertThat(edition.getMap("items[0]"))
                .containsEntry("headline", "As it was")
                .containsEntry("summary", "A summary")
                .containsEntry("url", article.url())
                .containsEntry("section", "Economy")
                .containsEntry("byline", "Amara Okafor")
                .containsEntry("readMinutes", 1);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String path = EDITIONS + "/" + editionOf(published("Kept"));
        String tag = given().get(path).header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        given().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
    }

    @Test
    void anOpenEditionIsNobodysBusiness() {
        String daily = others.newNewsletter();
        await().until(() -> Ledger.count("SELECT count(*) FROM newsletter WHERE slug = ?", daily) == 1);
        ArticlePublished article = OtherServices.article("Not yet", false, daily);
        handled(article);

        given().get(EDITIONS + "/{id}", editionOf(article)).then().statusCode(404);
        assertThat(list("?newsletter=" + daily).getList("items")).isEmpty();
    }

    @Test
    void pastEditionsAreListedNewestFirst() {
        published("First");
        published("Second");
        published("Third");

        JsonPath page = list("?limit=2&newsletter=" + newsletter);
        JsonPath rest = list("?limit=2&newsletter=" + newsletter + "&cursor=" + page.getString("next"));

        assertThat(page.getList("items.subject")).containsExactly("Third", "Second");
        assertThat(rest.getList("items.subject")).containsExactly("First");
        assertThat(rest.getString("next")).isNull();
        assertThat(list("?limit=100").getList("items.newsletter.slug", String.class))
                .contains(newsletter);
    }

    @Test
    void whatIsNoEditionIsAProblem() {
        for (String path : List.of("/" + Ids.next(), "/nothing", "/" + Ids.next() + "/more")) {
            given().get(EDITIONS + path).then().statusCode(404).contentType("application/problem+json");
        }
        given().get(EDITIONS + "?newsletter=A").then().statusCode(400);
        given().post(EDITIONS).then().statusCode(405);
    }

    private static JsonPath list(String query) {
        return given().get(EDITIONS + query).then().statusCode(200).extract().jsonPath();
    }

    private ArticlePublished published(String headline) {
        ArticlePublished article = OtherServices.article(headline, false, newsletter);
        handled(article);
        return article;
    }

    private void handled(Event event) {
        UUID id = Ids.next();
        others.publish(event, id);
        Ledger.awaitHandled(id);
    }

    private static String editionOf(ArticlePublished article) {
        return Ledger.string("SELECT edition_id FROM edition_article WHERE article_id = ?", article.articleId());
    }
}
