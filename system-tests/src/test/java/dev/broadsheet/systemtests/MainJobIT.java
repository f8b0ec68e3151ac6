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
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
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
        String token = confirmation.text().replaceAll("(?s).*token=(\\S+).*", "$1");
        assertThat(api.confirm(token).statusCode()).isEqualTo(200);
        await().until(() -> newsroom.database("notification")
                        .count(
                                "SELECT count(*) FROM audience_member JOIN reader USING (subscriber_id) WHERE email = ?",
                                address)
                == 2);

        api.publish(api.draft("From two newsletters", true, "china", "world"));

        assertThat(inbox.awaitMailsTo(address, 3)).hasSize(3);
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
