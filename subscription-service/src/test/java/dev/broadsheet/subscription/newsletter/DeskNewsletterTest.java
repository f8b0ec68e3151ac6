package dev.broadsheet.subscription.newsletter;

import static dev.broadsheet.subscription.newsletter.NewsletterDesk.NEWSLETTERS;
import static dev.broadsheet.subscription.newsletter.NewsletterDesk.asEditor;
import static dev.broadsheet.subscription.newsletter.NewsletterDesk.draft;
import static dev.broadsheet.subscription.newsletter.NewsletterDesk.draftWith;
import static dev.broadsheet.subscription.newsletter.NewsletterDesk.newSlug;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.subscription.testing.AtOnce;
import dev.broadsheet.subscription.testing.PublishedEvents;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskNewsletterTest extends ServiceTest {

    private final String slug = newSlug();
    private final PublishedEvents newsletters = eventsOn(Topics.NEWSLETTERS);

    @Test
    void aNewNewsletterIsAnnouncedAndOfferedAtOnce() {
        newReader().signUp("markets").then().statusCode(202);

        NewsletterDesk.create(draft(slug))
                .then()
                .statusCode(201)
                .header("Location", equalTo("http://localhost:8080" + NEWSLETTERS + "/" + slug))
                .header("ETag", "\"1\"")
                .body("slug", equalTo(slug))
                .body("sendTime", equalTo("06:30"))
                .body("archived", equalTo(false))
                .body("version", equalTo(1))
                .body("$", not(hasKey("market")));

        newReader().signUp(slug).then().statusCode(202);
        given().get("/api/v1/newsletters").then().body("items.slug", hasItem(slug));
        assertThat(announced()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("Broadsheet Tides");
            assertThat(event.sendTime()).hasToString("06:30");
            assertThat(event.sender().address()).isEqualTo("tides@broadsheet.example");
            assertThat(event.archived()).isFalse();
        });
    }

    @Test
    void aNewsletterOfAnotherReplicaTakesSignUpsAtOnce() {
        newReader().signUp("markets").then().statusCode(202);
        database()
                .execute(
                        "INSERT INTO newsletter SELECT (r).* FROM (SELECT jsonb_populate_record(n, jsonb_build_object('slug', ?))"
                                + " AS r FROM newsletter n WHERE slug = 'markets') AS copied",
                        slug);
        newReader().signUp(slug, "markets").then().statusCode(202);
    }

    @Test
    void theSameOnceMoreIsNoSecondNewsletterAndAnotherIsAConflict() {
        Response first = NewsletterDesk.create(draft(slug));
        Response second = NewsletterDesk.create(draft(slug));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        NewsletterDesk.create(draftWith(slug, "name", "Another"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        assertThat(announced()).hasSize(1);
    }

    @Test
    void whoeverCreatesTheSameAtOnceGetsTheSame() {
        List<Response> answers = AtOnce.call(8, () -> NewsletterDesk.create(draft(slug)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        assertThat(announced()).hasSize(1);
    }

    @Test
    void aChangeIsANewVersionAndAnnouncedWhole() {
        NewsletterDesk.create(draft(slug));
        Map<String, Object> weekly = draftWith(slug, "cadence", "WEEKLY");
        weekly.put("sendDay", "FRIDAY");
        weekly.put("kind", "LOCAL");
        weekly.put("market", "denver");
        weekly.put("zone", "America/Denver");
        weekly.put("curator", Map.of("slug", "priya-raman", "name", "Priya Raman"));

        NewsletterDesk.edit(slug, "\"1\"", weekly)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("sendDay", equalTo("FRIDAY"))
                .body("curator.name", equalTo("Priya Raman"));

        NewsletterDesk.read(slug).then().header("ETag", "\"2\"").body("market", equalTo("denver"));
        assertThat(announced()).hasSize(2).last().satisfies(event -> {
            assertThat(event.cadence()).hasToString("WEEKLY");
            assertThat(event.sendDay()).hasToString("FRIDAY");
            assertThat(event.zone()).isEqualTo("America/Denver");
            assertThat(event.market()).isEqualTo("denver");
        });
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        NewsletterDesk.create(draft(slug));
        NewsletterDesk.edit(slug, "\"1\"", draftWith(slug, "name", " Broadsheet Tides "))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        assertThat(announced()).hasSize(1);
    }

    @Test
    void ofEditorsWhoSaveAtOnceOneWinsAndTheOthersLearnIt() {
        NewsletterDesk.create(draft(slug));
        AtomicInteger editor = new AtomicInteger();

        List<Response> answers = AtOnce.call(
                8,
                () -> NewsletterDesk.edit(
                        slug, "\"1\"", draftWith(slug, "tagline", "Tagline " + editor.incrementAndGet())));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        Response winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        NewsletterDesk.read(slug).then().header("ETag", "\"2\"").body("tagline", equalTo(winner.path("tagline")));
        assertThat(announced()).hasSize(2);
    }

    @Test
    void anArchivedNewsletterIsOfferedNoLongerKeepsItsReadersAndCanComeBack() {
        NewsletterDesk.create(draft(slug));
        TestReader reader = newReader();
        reader.signUpAndConfirm(slug);

        NewsletterDesk.archive(slug, "\"1\"").then().statusCode(204);

        newReader().signUp(slug).then().statusCode(400);
        given().get("/api/v1/newsletters/" + slug).then().statusCode(404);
        NewsletterDesk.read(slug).then().statusCode(200).body("archived", equalTo(true));
        assertThat(subscriptionsTo(slug)).isEqualTo(1);
        assertThat(announced()).last().extracting(NewsletterChanged::archived).isEqualTo(true);

        NewsletterDesk.archive(slug, "\"2\"").then().statusCode(204);
        NewsletterDesk.edit(slug, "\"2\"", draftWith(slug, "tagline", "Still away"))
                .then()
                .body("archived", equalTo(true));
        NewsletterDesk.edit(slug, "\"3\"", draftWith(slug, "archived", false))
                .then()
                .statusCode(200)
                .body("archived", equalTo(false));

        newReader().signUp(slug).then().statusCode(202);
        await().untilAsserted(() -> assertThat(subscriptionsTo(slug)).isEqualTo(2));
        assertThat(announced())
                .hasSize(4)
                .last()
                .extracting(NewsletterChanged::archived)
                .isEqualTo(false);
    }

    @Test
    void aChangeSaysWhichVersionItWasMadeFrom() {
        NewsletterDesk.create(draft(slug));

        asEditor().delete(NEWSLETTERS + "/" + slug).then().statusCode(428).contentType("application/problem+json");
        asEditor()
                .contentType(ContentType.JSON)
                .body(draft(slug))
                .put(NEWSLETTERS + "/" + slug)
                .then()
                .statusCode(428);
        NewsletterDesk.archive(slug, "\"7\"").then().statusCode(412).contentType("application/problem+json");
        NewsletterDesk.archive(slug, "W/\"1\"").then().statusCode(412);
        NewsletterDesk.archive(slug, "1").then().statusCode(400).body("violations[0].field", equalTo("If-Match"));
        NewsletterDesk.archive(newSlug(), "\"1\"").then().statusCode(404);
        NewsletterDesk.read("%00").then().statusCode(404);

        assertThat(announced()).hasSize(1);
    }

    @Test
    void theListHoldsAllOfThemPageByPage() {
        NewsletterDesk.create(draftWith(slug, "archived", true)).then().statusCode(201);
        List<String> slugs = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = asEditor()
                    .get(NEWSLETTERS + "?limit=4" + cursor)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .extract()
                    .jsonPath();
            slugs.addAll(page.getList("items.slug"));
            cursor = page.get("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);

        assertThat(slugs)
                .doesNotHaveDuplicates()
                .contains(slug, "markets", "vitals")
                .hasSizeGreaterThan(10);
        assertThat((long) slugs.size()).isEqualTo(database().number("SELECT count(*) FROM newsletter"));
        asEditor()
                .get(NEWSLETTERS + "?limit=0")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("limit.range"));
        asEditor()
                .get(NEWSLETTERS + "?cursor=bmV3cw")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("cursor.invalid"));
    }

    @Test
    void onlyEditorsAreAtTheDesk() {
        given().get(NEWSLETTERS).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        for (String token : List.of(Tokens.ofTestStack().expired("editor"), "nonsense")) {
            given().auth()
                    .oauth2(token)
                    .get(NEWSLETTERS)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
        given().auth()
                .oauth2(Tokens.ofTestStack().operator())
                .get(NEWSLETTERS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void aTokenThatIsNotForTheDeskDisturbsNobodyElse() {
        given().auth().oauth2("nonsense").get("/api/v1/newsletters").then().statusCode(200);
    }

    private List<NewsletterChanged> announced() {
        return newsletters.all(NewsletterChanged.class, event -> event.slug().equals(slug));
    }

    private long subscriptionsTo(String newsletter) {
        return database().number("SELECT count(*) FROM subscription WHERE newsletter = ?", newsletter);
    }
}
