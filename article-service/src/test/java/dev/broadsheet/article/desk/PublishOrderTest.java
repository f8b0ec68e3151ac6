package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be said with the order to publish. A mistake in it must never publish: mails go out at once. */
@QuarkusTest
class PublishOrderTest {

    @Inject
    Stored stored;

    static Stream<Arguments> refusedOrders() {
        Stream<Arguments> times = Stream.of(
                arguments("at", "at.past", fromNow(Duration.ofMinutes(-2))),
                arguments("at", "at.past", "0000-01-01T00:00:00Z"),
                arguments("at", "at.past", "-1000000000-01-01T00:00:00Z"),
                arguments("at", "at.range", fromNow(Duration.ofDays(367))),
                arguments("at", "at.range", "+1000000000-12-31T23:59:59.999999999Z"),
                arguments("publishedAt", "publishedAt.range", fromNow(Duration.ofMinutes(2))),
                arguments("publishedAt", "publishedAt.range", "1969-12-31T23:59:59Z"),
                arguments("publishedAt", "publishedAt.range", "-1000000000-01-01T00:00:00Z"),
                arguments("publishedAt", "publishedAt.range", "+1000000000-12-31T23:59:59.999999999Z"));
        Stream<Arguments> noTimes = Stream.of(
                        "tomorrow",
                        "",
                        " ",
                        "2026-13-01T00:00:00Z",
                        "2026-11-22T10:15:30",
                        "2026-11-22",
                        "+1000000001-01-01T00:00:00Z",
                        "\u0000",
                        "\u202E2026-11-22T10:15:30Z",
                        "x".repeat(100_000),
                        true,
                        list(),
                        list(fromNow(Duration.ofDays(1))),
                        map())
                .flatMap(
                        value -> Stream.of("at", "publishedAt").map(field -> arguments(field, field + ".type", value)));
        return Stream.concat(times, noTimes);
    }

    @ParameterizedTest(name = "{index} {1}")
    @MethodSource("refusedOrders")
    void anOrderThatBreaksARuleIsRefusedAndPublishesNothing(String field, String code, Object value)
            throws SQLException {
        String id = Desk.create(draftWith("breaking", false)).getString("id");

        Desk.publish(id, Map.of(field, value))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        assertStillDraft(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at=now                  | application/x-www-form-urlencoded | 415",
                "<order/>                | application/xml   | 415",
                "{}                      | text/plain        | 415",
                "{}                      | text/html         | 415",
                "{                       | application/json  | 400",
                "null                    | application/json  | 400",
                "[]                      | application/json  | 400",
                "\"now\"                 | application/json  | 400",
                "{} {}                   | application/json  | 400",
                "{\"at\":null,\"at\":null}| application/json  | 400"
            })
    void aBodyThatIsNoOrderPublishesNothing(String body, String contentType, int status) throws SQLException {
        String id = Desk.create(draft("Not by accident")).getString("id");

        Desk.asEditor()
                .contentType(contentType)
                .body(body)
                .post(Desk.ARTICLES + "/" + id + "/publish")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        assertStillDraft(id);
    }

    @Test
    void anEmptyOrderIsForNow() {
        String id = Desk.create(draft("Now")).getString("id");
        Desk.publish(id, Map.of()).then().statusCode(200).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void aTimeThatHasJustPassedIsNow() {
        String id = Desk.create(draft("The editor's clock is slow")).getString("id");
        Desk.publish(id, Map.of("at", fromNow(Duration.ofSeconds(-30))))
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
    }

    @Test
    void aTimeMayHaveAnOffset() {
        String id = Desk.create(draft("In another zone")).getString("id");
        Instant at = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        String inTokyo = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.ofHours(9)));

        Desk.publish(id, Map.of("at", inTokyo)).then().statusCode(200).body("scheduledAt", equalTo(at.toString()));
    }

    @Test
    void anArticleThatWasPublicElsewhereKeepsItsDate() {
        JsonPath draft = Desk.create(draftWith("breaking", false));
        String id = draft.getString("id");

        Response published = Desk.publish(id, Map.of("publishedAt", "2019-05-04T03:02:01.123456789Z"));

        published
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("publishedAt", equalTo("2019-05-04T03:02:01.123456Z"));
        assertThat(Desk.read(id).asString()).isEqualTo(published.asString());
        given().get("/api/v1/articles/" + draft.getString("slug"))
                .then()
                .body("publishedAt", equalTo("2019-05-04T03:02:01.123456Z"));
        try (ArticleTopic topic = new ArticleTopic()) {
            assertThat(topic.awaitEventOf(id).getString("publishedAt")).isEqualTo("2019-05-04T03:02:01.123456Z");
        }
    }

    @Test
    void breakingNewsIsOfToday() throws SQLException {
        String id = Desk.create(draftWith("breaking", true)).getString("id");
        assertMisplaced(Desk.publish(id, Map.of("publishedAt", "2019-05-04T03:02:01Z")));
        assertStillDraft(id);
    }

    @Test
    void anEarlierDateAndALaterTimeContradictEachOther() throws SQLException {
        String id = Desk.create(draftWith("breaking", false)).getString("id");
        assertMisplaced(
                Desk.publish(id, Map.of("publishedAt", "2019-05-04T03:02:01Z", "at", fromNow(Duration.ofDays(1)))));
        assertStillDraft(id);
    }

    @Test
    void onlyADraftCanHaveAnEarlierDate() {
        Map<String, String> earlier = Map.of("publishedAt", "2019-05-04T03:02:01Z");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String id =
                Desk.createAndSchedule(draftWith("breaking", false), tomorrow).getString("id");

        assertMisplaced(Desk.publish(id, earlier));
        Desk.publish(id).then().statusCode(200);
        String date = Desk.read(id).path("publishedAt");
        Desk.publish(id, earlier).then().statusCode(200).body("publishedAt", equalTo(date));
        Desk.retract(id).then().statusCode(200);
        assertMisplaced(Desk.publish(id, earlier));
    }

    private void assertStillDraft(String id) throws SQLException {
        Desk.read(id)
                .then()
                .header("ETag", "\"0\"")
                .body("state", equalTo("DRAFT"))
                .body("scheduledAt", nullValue());
        assertThat(stored.eventsOf(id)).isEmpty();
    }

    private static void assertMisplaced(Response answer) {
        answer.then()
                .statusCode(400)
                .body("violations[0].field", equalTo("publishedAt"))
                .body("violations[0].code", equalTo("publishedAt.misplaced"));
    }

    private static String fromNow(Duration distance) {
        return Instant.now().plus(distance).toString();
    }

    @Test
    void aSlipInAnOrderPublishesNothing() {
        String id = Desk.create(draft("Not yet")).getString("id");
        Desk.publish(id, Map.of("att", "2030-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("att"))
                .body("violations[0].code", equalTo("att.unexpected"));
        Desk.read(id).then().body("state", equalTo("DRAFT"));
    }
}
