package dev.broadsheet.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterTest {

    private static final String LIST = "/api/v1/ops/dead-letters";
    private static final String NEWSLETTERS = "broadsheet.newsletters.v1.notification-service.dlq";
    private static final String SUBSCRIPTIONS = "broadsheet.subscriptions.v1.notification-service.dlq";

    private final OtherServices others = new OtherServices();
    private final String key = "letter-" + Ids.next();

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void whatAConsumerCouldNotHandleIsListedWithoutWhatItHolds() {
        String event = poison("{\"slug\":\"secret\"}".getBytes(StandardCharsets.UTF_8));

        Map<String, Object> letter = awaitLetter(NEWSLETTERS);

        assertThat(letter)
                .containsEntry("topic", NEWSLETTERS)
                .containsEntry("consumer", "notification-service")
                .containsEntry("eventId", event)
                .containsEntry("eventType", "dev.broadsheet.NewsletterChanged")
                .containsEntry("size", 17)
                .doesNotContainKeys("text", "base64", "headers", "replayedAt");
        assertThat(letter.get("reason").toString())
                .contains("Not a NewsletterChanged")
                .doesNotContain("secret");
        assertThat(letter.get("original").toString()).contains(Topics.NEWSLETTERS);
        assertThat(letters(null)).anySatisfy(any -> assertThat(any).containsEntry("eventId", event));
    }

    @Test
    void aLetterIsOpenedByItsPlace() {
        poison("not JSON".getBytes(StandardCharsets.UTF_8));
        open(awaitLetter(NEWSLETTERS))
                .then()
                .statusCode(200)
                .body("text", equalTo("not JSON"))
                .body("letter.key", equalTo(key))
                .body("headers.ce_type", equalTo("dev.broadsheet.NewsletterChanged"));
        operator().get(LIST + "/" + NEWSLETTERS + "/0/999999999").then().statusCode(404);
        operator().get(LIST + "/" + Topics.SUBSCRIPTIONS + "/0/0").then().statusCode(404);
    }

    @Test
    void aLetterThatIsNoTextIsShownInBase64() {
        poison(new byte[] {0, 1, (byte) 0xff});

        open(awaitLetter(NEWSLETTERS)).then().statusCode(200).body("base64", equalTo("AAH/"));
    }

    @Test
    void aLetterThatIsPublishedAgainHasItsEffectOnce() {
        String newsletter = "newsletter-" + Ids.next();
        UUID reader = Ids.next();
        SubscriptionConfirmed confirmed =
                OtherServices.confirmed(reader, "reader-" + reader + "@example.com", newsletter, Instant.now());
        Map<String, String> headers = headers(EventType.SUBSCRIPTION_CONFIRMED);
        headers.put("dead-letter-reason", "The cause was mended");
        headers.put("dead-letter-topic", "another.topic");
        others.publish(SUBSCRIPTIONS, reader.toString(), headers, EventJson.encode(confirmed));
        Map<String, Object> letter = awaitLetter(SUBSCRIPTIONS, reader.toString());

        replay(letter).then().statusCode(200).body("replayed", equalTo(1));
        replay(letter).then().statusCode(200);

        Ledger.awaitMembers(newsletter, 1);
        assertThat(awaitLetter(SUBSCRIPTIONS, reader.toString())).containsKey("replayedAt");
        try (TopicReader topic = TopicReader.ofTestStack(Topics.SUBSCRIPTIONS)) {
            assertThat(topic.awaitRecords(2, record -> reader.toString().equals(record.key())))
                    .allSatisfy(record -> {
                        assertThat(record.value()).isEqualTo(EventJson.encode(confirmed));
                        assertThat(TopicReader.header(record, "ce_id")).contains(headers.get("ce_id"));
                        assertThat(TopicReader.header(record, "dead-letter-reason"))
                                .isEmpty();
                        assertThat(TopicReader.header(record, "dead-letter-topic"))
                                .isEmpty();
                    });
        }
    }

    @Test
    void allOfATopicArePublishedAgainOnceAndWhatFailsAgainIsANewLetter() {
        poison("one".getBytes(StandardCharsets.UTF_8));
        poison("two".getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lettersOf(NEWSLETTERS, key).size() == 2);

        replayAll(NEWSLETTERS)
                .then()
                .statusCode(200)
                .body("replayed", greaterThanOrEqualTo(2))
                .body("more", equalTo(false));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> lettersOf(NEWSLETTERS, key).size() == 4);
        assertThat(lettersOf(NEWSLETTERS, key).subList(0, 2))
                .allSatisfy(letter -> assertThat(letter).containsKey("replayedAt"));
        assertThat(lettersOf(NEWSLETTERS, key).subList(2, 4))
                .allSatisfy(letter -> assertThat(letter).doesNotContainKey("replayedAt"));
        try (TopicReader topic = TopicReader.ofTestStack(Topics.NEWSLETTERS)) {
            assertThat(topic.records().stream()
                            .filter(record -> key.equals(record.key()))
                            .map(TopicReader::text))
                    .containsExactly("one", "two", "one", "two");
        }
    }

    @Test
    void onlyOperatorsMayLookOrTryAgain() {
        given().get(LIST).then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2(Tokens.ofTestStack().editor()).get(LIST).then().statusCode(403);
        given().contentType("application/json")
                .body(Map.of("topic", NEWSLETTERS))
                .post(LIST + "/replay")
                .then()
                .statusCode(401);
    }

    @Test
    void whatCannotBeIsNamed() {
        operator().get(LIST + "?limit=0").then().statusCode(400).body("violations.field", hasItems("limit"));
        operator().get(LIST + "?cursor=x").then().statusCode(400).body("violations.field", hasItems("cursor"));
        operator().get(LIST + "?topic=" + Topics.ARTICLES).then().statusCode(404);
        replayBody(Map.of()).then().statusCode(400).body("violations.field", hasItems("topic"));
        replayBody(Map.of("topic", NEWSLETTERS, "partition", 0))
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("offset"));
        replayAll("no.such.dlq").then().statusCode(404);
        replayAll(Topics.ARTICLES).then().statusCode(404);
        replayBody(Map.of("topic", NEWSLETTERS, "partition", 0, "offset", 999_999_999))
                .then()
                .statusCode(404);
    }

    private String poison(byte[] value) {
        Map<String, String> headers = headers(EventType.NEWSLETTER_CHANGED);
        others.publish(Topics.NEWSLETTERS, key, headers, value);
        return headers.get("ce_id");
    }

    private static Map<String, String> headers(EventType type) {
        return new HashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", Ids.next().toString(),
                "ce_type", type.cloudEventsType(),
                "ce_time", Instant.now().toString()));
    }

    private Map<String, Object> awaitLetter(String topic) {
        return awaitLetter(topic, key);
    }

    private static Map<String, Object> awaitLetter(String topic, String key) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> lettersOf(topic, key), found -> !found.isEmpty())
                .get(0);
    }

    private static List<Map<String, Object>> lettersOf(String topic, String key) {
        return letters(topic).stream()
                .filter(letter -> key.equals(letter.get("key")))
                .toList();
    }

    /** The whole list, in small pages. */
    private static List<Map<String, Object>> letters(String topic) {
        List<Map<String, Object>> letters = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = operator().queryParam("limit", 7);
            if (topic != null) {
                request.queryParam("topic", topic);
            }
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get(LIST).then().statusCode(200).extract().jsonPath();
            letters.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return letters;
    }

    private static Response open(Map<String, Object> letter) {
        return operator()
                .get(
                        LIST + "/{topic}/{partition}/{offset}",
                        letter.get("topic"),
                        letter.get("partition"),
                        letter.get("offset"));
    }

    private static Response replay(Map<String, Object> letter) {
        return replayBody(Map.of(
                "topic", letter.get("topic"), "partition", letter.get("partition"), "offset", letter.get("offset")));
    }

    private static Response replayAll(String topic) {
        return replayBody(Map.of("topic", topic));
    }

    private static Response replayBody(Map<String, Object> body) {
        return operator().contentType("application/json").body(body).post(LIST + "/replay");
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.ofTestStack().operator());
    }
}
