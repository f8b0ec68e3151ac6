package dev.broadsheet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.localstack.client.TopicReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person at a terminal can do with the packaged system. */
class MainJobIT {

    private static final String JSON = "application/json";

    @TempDir
    static Path folder;

    private static Newsroom newsroom;

    @BeforeAll
    static void startTheNewsroom() {
        newsroom = Newsroom.start(folder);
    }

    @AfterAll
    static void stopTheNewsroom() {
        newsroom.close();
    }

    @Test
    void theDemoRunsThroughThreeTimesInARow() {
        for (int i = 1; i <= 3; i++) {
            Path log = folder.resolve("demo-" + i + ".log");
            assertThat(newsroom.run(log, "demo")).as("exit code, see %s", log).isZero();
            assertThat(log).content().contains("All of it really happened.");
        }
    }

    @Test
    void sampleArticlesAndTheCatalogAreThere() throws IOException {
        Api api = newsroom.api();

        assertThat(api.get("/api/v1/newsletters").body())
                .contains("markets", "vitals", "china", "world", "politics", "denver", "twin-cities");
        assertThat(items(api, "/api/v1/articles?limit=100")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(items(api, "/api/v1/topics")).isNotEmpty();
        assertThat(items(api, "/api/v1/authors")).isNotEmpty();
    }

    @Test
    void oneTraceGoesFromTheRequestToTheEvent() {
        Api api = newsroom.api();
        JsonNode article = api.publish(api.draft("A traced article", false, "markets"));

        try (TopicReader topic = newsroom.topic("broadsheet.articles.v1")) {
            ConsumerRecord<String, byte[]> event = topic.awaitRecord(
                    record -> record.key().equals(article.path("id").asText()));
            assertThat(TopicReader.header(event, "traceparent"))
                    .hasValueSatisfying(value -> assertThat(value).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
        }
    }

    @Test
    void aReaderOfTwoNewslettersIsAskedOnceAndGetsBothEditions() {
        String address = "two-newsletters@example.com";
        Api api = newsroom.api();
        Inbox inbox = newsroom.inbox();
        assertThat(api.signUp(address, "china", "world").statusCode()).isEqualTo(202);
        ReceivedMail confirmation = inbox.awaitMailTo(address);
        assertThat(confirmation.text()).contains("China", "World");
        assertThat(api.confirm(tokenIn(confirmation)).statusCode()).isEqualTo(200);
        await().until(() -> newsroom.database("notification")
                        .count(
                                "SELECT count(*) FROM audience_member JOIN reader USING (subscriber_id) WHERE email = ?",
                                address)
                == 2);

        api.publish(api.draft("From two newsletters", true, "china", "world"));

        await().until(() -> inbox.messagesTo(address).stream()
                        .filter(mail -> mail.subject().equals("From two newsletters"))
                        .count()
                == 2);
        assertThat(inbox.messagesTo(address))
                .filteredOn(mail -> mail.subject().startsWith("Welcome"))
                .hasSize(1);
    }

    /** Through every service: with an edition in the mailbox, and a link to the preferences that came by mail. */
    @Test
    void nothingIsLeftAnywhereOfAReaderWhoWasErased() throws IOException {
        String address = "forget-me@example.com";
        Api api = newsroom.api();
        Inbox inbox = newsroom.inbox();
        Traces traces = new Traces(newsroom);
        api.signUp(address, "vitals");
        api.confirm(tokenIn(inbox.awaitMailTo(address)));
        Database notification = newsroom.database("notification");
        await().until(() -> notification.count("SELECT count(*) FROM reader WHERE email = ?", address) == 1);
        String id = notification
                .strings("SELECT subscriber_id FROM reader WHERE email = ?", address)
                .iterator()
                .next();
        api.publish(api.draft("Before it is forgotten", true, "vitals"));
        inbox.awaitMailTo(address, mail -> mail.subject().equals("Before it is forgotten"));
        api.post("/api/v1/preferences/links", JSON, "{\"email\":\"" + address + "\"}");
        String link = tokenIn(inbox.awaitMailTo(
                address, mail -> mail.subject().toLowerCase(Locale.ROOT).contains("preferences")));
        assertThat(traces.inDatabases(address)).isNotEmpty();
        assertThat(traces.inDatabases(id)).contains("notification.delivery.subscriber_id");

        assertThat(api.asReader("DELETE", "/api/v1/preferences?never=true", link)
                        .statusCode())
                .isEqualTo(204);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(traces.inDatabases(id))
                        // The order to forget, which is deleted after a day.
                        .isSubsetOf("subscription.outbox_event.record_key", "subscription.outbox_event.data"));
        assertThat(traces.inDatabases(address)).isEmpty();
        assertThat(traces.onOtherTopics(address)).isEmpty();
        try (TopicReader topic = newsroom.topic("broadsheet.subscriptions.v1")) {
            // Kept for seven days, and what a reader of the topic sees last of this key is the order to forget.
            topic.awaitRecord(record -> record.key().equals(id) && isErasure(record));
            assertThat(topic.records())
                    .filteredOn(record -> record.key().equals(id))
                    .last()
                    .matches(MainJobIT::isErasure);
        }
        api.signUp(address, "vitals");
        await().until(() -> newsroom.database("subscription").count("SELECT count(*) FROM incoming_request") == 0);
        assertThat(traces.inDatabases(address)).isEmpty();
    }

    private static boolean isErasure(ConsumerRecord<String, byte[]> record) {
        return TopicReader.header(record, "ce_type")
                .filter("dev.broadsheet.SubscriberErased"::equals)
                .isPresent();
    }

    private static String tokenIn(ReceivedMail mail) {
        return mail.text().replaceAll("(?s).*token=(\\S+).*", "$1");
    }

    @Test
    void aPortThatIsTakenIsNamedAtOnce() throws IOException {
        Path log = folder.resolve("taken.log");
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, String> environment = Launcher.environment(folder.resolve("another"));
            environment.put("BROADSHEET_KAFKA_PORT", Integer.toString(taken.getLocalPort()));

            assertThat(Launcher.run(environment, log, "up")).isEqualTo(1);
            assertThat(log)
                    .content()
                    .contains(Integer.toString(taken.getLocalPort()), "BROADSHEET_KAFKA_PORT")
                    .doesNotContain("\tat ");
        }
    }

    /** The browser's address goes from the gateway to the site and back to the gateway, in a header that both extend. */
    @Test
    void aFloodThroughTheSiteStopsAtItsOwnClient() throws Exception {
        int attempts = 0;
        for (int status = 400; status == 400 && attempts < 200; attempts++) {
            // What a client says of itself is another thing each time, and does not help.
            status = submitForm("198.51.100." + attempts + ", 203.0.113.1");
        }

        assertThat(attempts).isBetween(61, 199);
        assertThat(submitForm("203.0.113.2")).isEqualTo(400);
    }

    private static int submitForm(String client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(newsroom.url() + "/subscribe"))
                .header("X-Forwarded-For", client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=nobody"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badSignUps")
    void aBadSignUpIsAProblemAndLeavesNothing(String what, String contentType, String body, int status) {
        Database database = newsroom.database("subscription");
        String count = "SELECT (SELECT count(*) FROM subscriber) + (SELECT count(*) FROM outbox_event)";
        await().until(() -> database.count("SELECT count(*) FROM outbox_event WHERE sent_at IS NULL") == 0);
        long rows = database.count(count);
        int records = records();

        HttpResponse<String> response = newsroom.api().post("/api/v1/subscriptions", contentType, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body()).contains("\"requestId\"").doesNotContain("Exception", "\tat ");
        assertThat(database.count(count)).isEqualTo(rows);
        assertThat(records()).isEqualTo(records);
    }

    static Stream<Arguments> badSignUps() {
        return Stream.of(
                Arguments.of("malformed JSON", JSON, "{\"email\":", 400),
                Arguments.of("an empty body", JSON, "", 400),
                Arguments.of("a list", JSON, "[]", 400),
                Arguments.of("another content type", "text/plain", "email=a@example.com", 415),
                Arguments.of("an unknown newsletter", JSON, signUp("a@example.com", "no-such-newsletter"), 400),
                Arguments.of("no newsletter", JSON, "{\"email\":\"a@example.com\",\"newsletters\":[]}", 400),
                Arguments.of("a domain without a dot", JSON, signUp("a@b", "markets"), 400),
                Arguments.of("two at signs", JSON, signUp("a@@b.com", "markets"), 400),
                Arguments.of("a space", JSON, signUp("a b@c.de", "markets"), 400),
                Arguments.of("400 characters", JSON, signUp("a".repeat(388) + "@example.com", "markets"), 400),
                Arguments.of("a number as address", JSON, "{\"email\":5,\"newsletters\":[\"markets\"]}", 400),
                Arguments.of("a body over 64 KiB", JSON, signUp("a".repeat(70_000) + "@example.com", "markets"), 413));
    }

    private static String signUp(String email, String newsletter) {
        return "{\"email\":\"" + email + "\",\"newsletters\":[\"" + newsletter + "\"]}";
    }

    private static JsonNode items(Api api, String path) throws IOException {
        return new ObjectMapper().readTree(api.get(path).body()).path("items");
    }

    private static int records() {
        try (TopicReader topic = newsroom.topic("broadsheet.subscriptions.v1")) {
            List<ConsumerRecord<String, byte[]>> records = topic.records();
            return records.size();
        }
    }
}
