package dev.broadsheet.notification;

import static dev.broadsheet.notification.Desk.EDITIONS;
import static dev.broadsheet.notification.Desk.asEditor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeskEditionTest {

    private static final String SOME_ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final OtherServices others = new OtherServices();
    private final String newsletter = others.newNewsletter();

    @TestHTTPResource
    URI service;

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void anOpenEditionIsSeenWithItsArticles() {
        ArticlePublished first = published("First");
        ArticlePublished second = published("Second");

        JsonPath edition = read(onlyEdition());

        assertThat(edition.getString("newsletter")).isEqualTo(newsletter);
        assertThat(edition.getString("state")).isEqualTo("OPEN");
        assertThat(edition.getBoolean("held")).isFalse();
        assertThat(Instant.parse(edition.getString("slot"))).isAfter(second.publishedAt());
        assertThat(edition.getList("items.headline")).containsExactly("Second", "First");
        assertThat(edition.getString("items[1].url")).isEqualTo(first.url());
        assertThat(edition.getString("items[1].articleId")).isEqualTo(first.aggregateId());
        assertThat(edition.getLong("deliveries.pending")).isZero();
        assertThat(edition.getMap("")).doesNotContainKeys("closedAt", "startedAt", "finishedAt", "perSecond");
    }

    @Test
    void theFiguresAreCountedFromRows() {
        UUID edition = editionSent();
        UUID batch = batchOf(edition);
        for (String state : List.of("SENT", "SENT", "SENT", "BOUNCED", "SUPPRESSED", "UNCERTAIN")) {
            deliver(edition, batch, state);
        }
        Ledger.execute(
                "UPDATE delivery SET handed_over_at = now() - interval '2 seconds' WHERE edition_id = ?"
                        + " AND subscriber_id = (SELECT min(subscriber_id::text)::uuid FROM delivery"
                        + " WHERE edition_id = ? AND state = 'SENT')",
                edition,
                edition);
        Ledger.execute(
                "UPDATE delivery SET handed_over_at = now() WHERE edition_id = ? AND state = 'SENT' AND handed_over_at IS NULL",
                edition);

        JsonPath seen = read(edition.toString());

        assertThat(seen.getMap("deliveries"))
                .containsEntry("handedOver", 3)
                .containsEntry("bounced", 1)
                .containsEntry("suppressed", 1)
                .containsEntry("uncertain", 1)
                .containsEntry("pending", 0)
                .containsEntry("retry", 0)
                .containsEntry("sending", 0);
        assertThat(seen.getDouble("perSecond")).isBetween(1.4, 1.6);
        assertThat(Instant.parse(seen.getString("startedAt"))).isBefore(Instant.now());
    }

    @Test
    void theListIsPagedAndFilteredAndShowsTheNewestFirst() {
        List<String> ids = Stream.of(editionSent(), editionSent(), editionSent())
                .map(UUID::toString)
                .toList();
        published("Open");

        JsonPath first = list(Map.of("newsletter", newsletter, "state", "SENT", "limit", "2"));
        JsonPath second = list(
                Map.of("newsletter", newsletter, "state", "SENT", "limit", "2", "cursor", first.getString("next")));

        assertThat(first.getList("items.id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.getList("items.id")).containsExactly(ids.get(0));
        assertThat(second.getString("next")).isNull();
        assertThat(list(Map.of("newsletter", newsletter)).getList("items.state"))
                .containsExactlyInAnyOrder("OPEN", "SENT", "SENT", "SENT");
        assertThat(list(Map.of("newsletter", newsletter, "state", "OPEN")).getInt("items[0].articles"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "state=CLOSED, state.unknown",
        "newsletter=No%20slug, newsletter.invalid",
        "newsletter=%00, newsletter.invalid",
        "limit=0, limit.range",
        "cursor=AAAA, cursor.invalid",
    })
    void aListThatDoesNotExistIsRefused(String query, String code) {
        asEditor()
                .urlEncodingEnabled(false)
                .get(EDITIONS + "?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void anEditionIsHeldAndLetGo() {
        published("Wait");
        String edition = onlyEdition();

        hold(edition, "{\"held\":true}", 204);
        assertThat(read(edition).getBoolean("held")).isTrue();
        hold(edition, "{\"held\":true}", 204);
        hold(edition, "{\"held\":false}", 204);
        assertThat(read(edition).getBoolean("held")).isFalse();

        hold(edition, "{}", 400);
        hold(edition, "{\"held\":\"yes\"}", 400);
        hold(editionSent().toString(), "{\"held\":true}", 409);
        hold(SOME_ID, "{\"held\":true}", 404);
    }

    @Test
    void onlyWhatNoRelayTookIsTriedAgain() {
        UUID edition = editionSent();
        UUID batch = batchOf(edition);
        for (String state : List.of("SENT", "SENT", "BOUNCED", "SUPPRESSED", "BOUNCED")) {
            deliver(edition, batch, state);
        }
        Ledger.execute("UPDATE edition SET held = true WHERE id = ?", edition);

        asEditor()
                .post(EDITIONS + "/{id}/retry", edition)
                .then()
                .statusCode(200)
                .body("deliveries", equalTo(2));

        JsonPath seen = read(edition.toString());
        assertThat(seen.getInt("deliveries.handedOver")).isEqualTo(2);
        assertThat(seen.getInt("deliveries.bounced")).isZero();
        asEditor().post(EDITIONS + "/{id}/retry", edition).then().statusCode(200);
        asEditor().post(EDITIONS + "/{id}/retry", SOME_ID).then().statusCode(404);
        published("Still open");
        asEditor().post(EDITIONS + "/{id}/retry", onlyEdition("OPEN")).then().statusCode(409);
    }

    @Test
    void progressIsFollowedUntilTheEditionHasGoneOut() throws Exception {
        published("Watched");
        UUID edition = UUID.fromString(onlyEdition());
        HttpRequest request = HttpRequest.newBuilder(service.resolve(EDITIONS + "/" + edition + "/progress"))
                .header("Authorization", "Bearer " + Desk.token())
                .build();
        List<String> states = new ArrayList<>();

        try (Stream<String> lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(line -> {
                states.add(JsonPath.from(line.substring("data:".length())).getString("state"));
                Ledger.execute("UPDATE edition SET state = 'SENT', closed_at = now() WHERE id = ?", edition);
            });
        }

        assertThat(states).startsWith("OPEN").endsWith("SENT");
        assertThat(states.subList(0, states.size() - 1)).containsOnly("OPEN");
        asEditor().get(EDITIONS + "/{id}/progress", SOME_ID).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":null}",
                "{\"email\":\"nobody\"}",
                "{\"email\":\"a@b@example.org\"}",
                "{\"email\":5}"
            })
    void aTestGoesToAnAddress(String body) {
        asEditor().body(body).post(EDITIONS + "/{id}/test", SOME_ID).then().statusCode(400);
    }

    @Test
    void aTestIsOneMailOfAnOpenEditionAndNoDelivery() {
        published("First");
        ArticlePublished newest = published("Newest");
        String edition = onlyEdition();
        String editor = "editor-" + Ids.next() + "@example.com";

        asEditor()
                .body(Map.of("email", editor))
                .post(EDITIONS + "/{id}/test", edition)
                .then()
                .statusCode(204);

        ReceivedMail mail = Inbox.ofTestStack().awaitMailTo(editor);
        assertThat(mail.text()).contains("First", newest.url());
        assertThat(mail.text().indexOf("Newest")).isLessThan(mail.text().indexOf("First"));
        assertThat(Ledger.count("SELECT count(*) FROM delivery WHERE edition_id = ?", UUID.fromString(edition)))
                .isZero();
        assertThat(read(edition).getString("state")).isEqualTo("OPEN");
    }

    @Test
    void aTestOfNoEditionIsNotFound() {
        asEditor()
                .body("{\"email\":\"editor@example.org\"}")
                .post(EDITIONS + "/{id}/test", SOME_ID)
                .then()
                .statusCode(404);
    }

    @Test
    void theAudienceIsCountedByNewsletterAndNobodyIsNamed() {
        UUID pauses = others.confirm("pauses-" + Ids.next() + "@example.com", newsletter);
        others.confirm("reads-" + Ids.next() + "@example.com", newsletter);
        others.change(pauses, "pauses-" + pauses + "@example.com", Instant.now().plusSeconds(3_600));
        Ledger.awaitMembers(newsletter, 2);
        UUID last = Ids.next();
        others.publish(OtherServices.confirmed(last, "last-" + last + "@example.com", newsletter, Instant.now()), last);
        Ledger.awaitMembers(newsletter, 3);
        await().until(() ->
                Ledger.count("SELECT count(*) FROM reader WHERE subscriber_id = ? AND paused_until IS NOT NULL", pauses)
                        == 1);
        String empty = others.newNewsletter();
        await().until(() -> Ledger.count("SELECT count(*) FROM newsletter WHERE slug = ?", empty) == 1);

        JsonPath audience = asEditor()
                .get("/api/v1/desk/audience")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(audience.getMap("items.find { it.newsletter == '" + newsletter + "' }"))
                .containsEntry("confirmed", 3)
                .containsEntry("paused", 1);
        assertThat(audience.getMap("items.find { it.newsletter == '" + empty + "' }"))
                .containsEntry("confirmed", 0);
        assertThat(audience.prettify()).doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, editions",
        "GET, editions/" + SOME_ID,
        "GET, editions/" + SOME_ID + "/progress",
        "POST, editions/" + SOME_ID + "/retry",
        "POST, editions/" + SOME_ID + "/hold",
        "POST, editions/" + SOME_ID + "/test",
        "GET, audience",
    })
    void nobodyElseIsLetIn(String method, String path) {
        Tokens tokens = Tokens.ofTestStack();

        assertThat(statusOf(given(), method, path)).isEqualTo(401);
        assertThat(statusOf(given().auth().oauth2(tokens.expired(Tokens.EDITOR)), method, path))
                .isEqualTo(401);
        assertThat(statusOf(given().auth().oauth2(tokens.operator()), method, path))
                .isEqualTo(403);
    }

    private static int statusOf(RequestSpecification request, String method, String path) {
        RequestSpecification typed = method.equals("GET")
                ? request
                : request.contentType("application/json").body("{}");
        return typed.request(method, "/api/v1/desk/" + path)
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();
    }

    private ArticlePublished published(String headline) {
        UUID event = Ids.next();
        ArticlePublished article = OtherServices.article(headline, false, newsletter);
        await().until(() -> Ledger.count("SELECT count(*) FROM newsletter WHERE slug = ?", newsletter) == 1);
        others.publish(article, event);
        Ledger.awaitHandled(event);
        return article;
    }

    private String onlyEdition() {
        return onlyEdition("OPEN");
    }

    private String onlyEdition(String state) {
        return Ledger.string("SELECT id FROM edition WHERE newsletter = ? AND state = ?", newsletter, state);
    }

    /** One that nobody works at. */
    private UUID editionSent() {
        UUID id = Ids.next();
        Ledger.execute(
                "INSERT INTO edition (id, newsletter, state, opened_at, closed_at, finished_at)"
                        + " VALUES (?, ?, 'SENT', clock_timestamp(), now(), now())",
                id,
                newsletter);
        return id;
    }

    private static UUID batchOf(UUID edition) {
        UUID id = Ids.next();
        Ledger.execute("INSERT INTO delivery_batch (id, edition_id, state) VALUES (?, ?, 'DONE')", id, edition);
        return id;
    }

    private static void deliver(UUID edition, UUID batch, String state) {
        Ledger.execute(
                "INSERT INTO delivery (edition_id, subscriber_id, batch_id, state) VALUES (?, ?, ?, ?)",
                edition,
                Ids.next(),
                batch,
                state);
    }

    private static JsonPath read(String id) {
        return asEditor()
                .get(EDITIONS + "/{id}", id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private static JsonPath list(Map<String, String> query) {
        return asEditor()
                .queryParams(query)
                .get(EDITIONS)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private static void hold(String edition, String body, int status) {
        asEditor().body(body).post(EDITIONS + "/{id}/hold", edition).then().statusCode(status);
    }
}
