package dev.broadsheet.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailBounced.Kind;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookTest {

    private static final String NEW_SECRET = "bmV3LXNlY3JldC1vZi10ZXN0cy1vbmx5LjEyMzQ=";
    private static final String OLD_SECRET = "b2xkLXNlY3JldC1vZi10ZXN0cy1vbmx5LjEyMzQ=";

    @Inject
    ReturnPaths returnPaths;

    private final OtherServices others = new OtherServices();
    private final String newsletter = "newsletter-" + Ids.next();
    private final String address = "reader-" + Ids.next() + "@example.com";
    private UUID reader;
    private String path;

    @BeforeEach
    void haveAReader() {
        reader = others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);
        path = returnPaths.of(reader, Ids.next());
    }

    @AfterEach
    void close() {
        others.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW_SECRET, OLD_SECRET})
    void aSignedReportIsPublishedOnceHoweverOftenItIsSent(String secret) {
        String body = generic(
                Map.of("type", "bounce", "returnPath", path, "status", "5.1.1", "at", "2026-03-03T05:00:38.240Z"));
        String id = "msg_" + Ids.next();
        generic(secret, id, Instant.now(), body).then().statusCode(204);
        generic(secret, id, Instant.now(), body).then().statusCode(204);
        generic(secret, "msg_" + Ids.next(), Instant.now(), body).then().statusCode(204);

        assertThat(bounces()).singleElement().satisfies(bounced -> {
            assertThat(bounced.kind()).isEqualTo(Kind.HARD);
            assertThat(bounced.status()).isEqualTo("5.1.1");
            assertThat(bounced.bouncedAt()).isEqualTo("2026-03-03T05:00:38.240Z");
        });
    }

    @Test
    void aReportOfAnAddressCountsForItsReaderOnce() {
        String body = generic(Map.of("type", "bounce", "email", address, "kind", "soft", "at", "2026-03-03T05:00:38Z"));
        String id = "msg_" + Ids.next();
        generic(NEW_SECRET, id, Instant.now(), body).then().statusCode(204);
        generic(NEW_SECRET, id, Instant.now(), body).then().statusCode(204);

        assertThat(bounces()).singleElement().extracting(MailBounced::kind).isEqualTo(Kind.SOFT);
    }

    @Test
    void aReportOfNobodyIsTakenAndDoesNothing() {
        String body = generic(Map.of(
                "type", "complaint", "email", "nobody-" + Ids.next() + "@example.com", "at", "2026-03-03T05:00:38Z"));

        generic(NEW_SECRET, "msg_1", Instant.now(), body).then().statusCode(204);

        assertThat(published()).isEmpty();
    }

    @Test
    void whoDoesNotSignIsRefusedAndNothingHappens() {
        String body = generic(Map.of("type", "complaint", "email", address, "at", "2026-03-03T05:00:38Z"));

        generic("c29tZSBvdGhlciBzZWNyZXQ=", "msg_1", Instant.now(), body)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:broadsheet:problem:webhook-refused"));
        generic(NEW_SECRET, "msg_1", Instant.now().minus(Duration.ofMinutes(6)), body)
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/ops/bounces/generic")
                .then()
                .statusCode(401);
        assertThat(published()).isEmpty();
    }

    @Test
    void whatIsMalformedIsNamed() {
        generic(NEW_SECRET, "msg_1", Instant.now(), "{").then().statusCode(400).contentType("application/problem+json");
        generic(NEW_SECRET, "msg_1", Instant.now(), "{}")
                .then()
                .statusCode(400)
                .body("violations.code", hasItems("events.size"));
        generic(NEW_SECRET, "msg_1", Instant.now(), "{\"events\":[{},null]}")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems("events[0].type", "events[0].returnPath", "events[0].at", "events[1]"));
        generic(NEW_SECRET, "msg_1", Instant.now(), "{\"events\":[{\"type\":\"party\"}]}")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("events[0].type"));
    }

    @ParameterizedTest
    @CsvSource({"1, notificationType", "2, notificationType", "2, eventType"})
    void sesReportsOverSnsAreReadInBothForms(String version, String typeName) throws Exception {
        String message = AmazonSns.json(Map.of(
                typeName,
                "Bounce",
                "bounce",
                Map.of(
                        "bounceType",
                        "Permanent",
                        "bounceSubType",
                        "General",
                        "bouncedRecipients",
                        List.of(Map.of("emailAddress", "someone@example.net", "action", "failed", "status", "5.1.1")),
                        "timestamp",
                        "2026-03-03T05:00:38.240Z",
                        "feedbackId",
                        "0102019cb0"),
                "mail",
                Map.of("source", path, "messageId", "0102019caf", "destination", List.of("someone@example.net"))));
        try (AmazonSns sns = new AmazonSns()) {
            String body = AmazonSns.json(sns.notification(version, message));
            ses(body).then().statusCode(204);
            ses(body).then().statusCode(204);
        }

        assertThat(bounces()).singleElement().satisfies(bounced -> {
            assertThat(bounced.kind()).isEqualTo(Kind.HARD);
            assertThat(bounced.bouncedAt()).isEqualTo("2026-03-03T05:00:38.240Z");
        });
    }

    @Test
    void aComplaintOverSesIsFoundByTheAddressWhereTheSenderIsNotOurs() throws Exception {
        String message = AmazonSns.json(Map.of(
                "notificationType",
                "Complaint",
                "complaint",
                Map.of(
                        "complainedRecipients",
                        List.of(Map.of("emailAddress", address)),
                        "complaintFeedbackType",
                        "abuse",
                        "timestamp",
                        "2026-03-03T08:45:17.903Z"),
                "mail",
                Map.of("source", "newsroom@example.com")));
        try (AmazonSns sns = new AmazonSns()) {
            ses(AmazonSns.json(sns.notification("2", message))).then().statusCode(204);
            ses(AmazonSns.json(sns.notification("2", "Successfully validated SNS topic")))
                    .then()
                    .statusCode(204);
        }

        assertThat(published())
                .singleElement()
                .satisfies(record ->
                        assertThat(TopicReader.header(record, "ce_type")).contains("dev.broadsheet.MailComplained"));
    }

    @Test
    void aMessageThatSnsDidNotSignIsRefused() throws Exception {
        String message = AmazonSns.json(Map.of(
                "notificationType",
                "Complaint",
                "complaint",
                Map.of("complainedRecipients", List.of(Map.of("emailAddress", address)))));
        try (AmazonSns sns = new AmazonSns();
                AmazonSns other = AmazonSns.withOtherKeys()) {
            assertSesRefuses(changed(sns.notification("2", message), "Message", message + " "));
            assertSesRefuses(changed(sns.notification("2", message), "SignatureVersion", "1"));
            assertSesRefuses(changed(sns.notification("2", message), "SignatureVersion", "3"));
            assertSesRefuses(changed(sns.notification("2", message), "Signature", "!!!"));
            assertSesRefuses(changed(sns.notification("2", message), "SigningCertURL", "http://localhost/evil.jar"));
            assertSesRefuses(changed(
                    sns.notification("2", message),
                    "SigningCertURL",
                    other.url() + "/SimpleNotificationService-0a1b2c.pem"));
            assertSesRefuses(changed(sns.notification("2", message), "TopicArn", AmazonSns.TOPIC + "-other"));
        }
        ses("{}").then().statusCode(400).body("violations.field", hasItems("Type"));
        ses("not JSON").then().statusCode(400);
        assertThat(published()).isEmpty();
    }

    @Test
    void aSubscriptionIsConfirmedForATopicThatIsSetUpOnly() throws Exception {
        try (AmazonSns sns = new AmazonSns();
                AmazonSns elsewhere = new AmazonSns()) {
            ses(AmazonSns.json(sns.confirmation(AmazonSns.TOPIC, sns.url() + "/confirm?Token=ours")))
                    .then()
                    .statusCode(204);
            assertSesRefuses(sns.confirmation("arn:aws:sns:eu-west-1:1:evil", sns.url() + "/confirm?Token=evil"));
            assertSesRefuses(sns.confirmation(AmazonSns.TOPIC, elsewhere.url() + "/confirm?Token=elsewhere"));

            assertThat(sns.confirmed()).containsExactly("Token=ours");
            assertThat(elsewhere.confirmed()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"HardBounce, HARD", "BadEmailAddress, HARD", "Transient, SOFT", "DMARCPolicy, SOFT"})
    void postmarksBouncesAreFoundByTheAddress(String type, Kind kind) {
        String body = postmark("Bounce", type);
        given().contentType("application/json")
                .auth()
                .preemptive()
                .basic("postmark", "old-secret-of-tests")
                .body(body)
                .post("/api/v1/ops/bounces/postmark")
                .then()
                .statusCode(204);
        given().contentType("application/json")
                .header("X-Broadsheet-Secret", "new-secret-of-tests")
                .body(body)
                .post("/api/v1/ops/bounces/postmark")
                .then()
                .statusCode(204);

        assertThat(bounces()).singleElement().extracting(MailBounced::kind).isEqualTo(kind);
    }

    @Test
    void postmarksOtherRecordsDoNothingAndStrangersAreRefused() {
        for (String type : List.of("AutoResponder", "Subscribe")) {
            postPostmark("new-secret-of-tests", postmark("Bounce", type)).then().statusCode(204);
        }
        postPostmark("new-secret-of-tests", postmark("Delivery", "Delivered"))
                .then()
                .statusCode(204);
        postPostmark("guess", postmark("SpamComplaint", "SpamComplaint")).then().statusCode(401);
        postPostmark("new-secret-of-tests", "{\"RecordType\":\"Bounce\",\"Type\":\"HardBounce\"}")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("ID"));
        postPostmark("new-secret-of-tests", "[]").then().statusCode(400);
        assertThat(published()).isEmpty();

        postPostmark("new-secret-of-tests", postmark("SpamComplaint", "SpamComplaint"))
                .then()
                .statusCode(204);
        assertThat(published()).hasSize(1);
    }

    private static Map<String, String> changed(Map<String, String> message, String part, String value) {
        message.put(part, value);
        return message;
    }

    private static void assertSesRefuses(Map<String, String> message) {
        ses(AmazonSns.json(message)).then().statusCode(401).contentType("application/problem+json");
    }

    private static Response ses(String body) {
        return given().contentType("text/plain; charset=UTF-8").body(body).post("/api/v1/ops/bounces/ses");
    }

    private static String generic(Map<String, String> event) {
        return AmazonSns.json(Map.of("events", List.of(event)));
    }

    private static Response generic(String secret, String id, Instant at, String body) {
        String content = id + "." + at.getEpochSecond() + "." + body;
        byte[] signature = new HmacUtils(
                        HmacAlgorithms.HMAC_SHA_256, Base64.getDecoder().decode(secret))
                .hmac(content.getBytes(StandardCharsets.UTF_8));
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", at.getEpochSecond())
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature))
                .body(body)
                .post("/api/v1/ops/bounces/generic");
    }

    private String postmark(String recordType, String type) {
        return AmazonSns.json(Map.of(
                "RecordType",
                recordType,
                "ID",
                Math.abs(address.hashCode()),
                "Type",
                type,
                "Email",
                address,
                "From",
                "newsroom@example.com",
                "BouncedAt",
                "2026-03-03T05:00:38.9070259Z",
                "Details",
                "smtp;550 5.1.1 unknown"));
    }

    private static Response postPostmark(String secret, String body) {
        return given().contentType("application/json")
                .header("X-Broadsheet-Secret", secret)
                .body(body)
                .post("/api/v1/ops/bounces/postmark");
    }

    private List<MailBounced> bounces() {
        return published().stream()
                .map(record -> EventJson.decode(MailBounced.class, record.value()))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Ledger.count("SELECT count(*) FROM outbox_event WHERE sent_at IS NULL") == 0);
        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            return topic.records().stream()
                    .filter(record -> reader.toString().equals(record.key()))
                    .toList();
        }
    }
}
