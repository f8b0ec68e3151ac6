package dev.broadsheet.subscription.flood;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FloodTest extends ServiceTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final int BOMBS = 10_000;
    private static final int SENDERS = 8;
    private static final List<String> NEWSLETTERS = List.of("markets", "denver", "world", "politics", "vitals");

    /** For whichever newsletter, and spread over the day. */
    @Test
    void tenThousandSignUpsToOneAddressAreFiveMailsInADay() throws Exception {
        // Where the limit of the domain is out of reach, and that of the address alone counts.
        TestReader victim = newReaderAt("gmail.com");
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<? extends Future<?>> floods = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> senders.submit(() -> {
                        bomb(victim, sender);
                        return null;
                    }))
                    .toList();
            for (Future<?> flood : floods) {
                flood.get();
            }
        } finally {
            senders.shutdown();
        }
        database().awaitNoMailDue(TestClock.now());

        assertThat(victim.created()).hasSizeBetween(1, 5);
        assertThat(database().number("SELECT count(*) FROM subscriber WHERE email = ?", victim.email()))
                .isEqualTo(1);
    }

    /** An eighth of them, each a moment later than the last: together they take less than a day. */
    private static void bomb(TestReader victim, int sender) throws Exception {
        // rest-assured is no load generator.
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < BOMBS / SENDERS; i++) {
            if (sender == 0 && i % 25 == 0) {
                TestClock.forward(Duration.ofMinutes(20));
            }
            String newsletter = NEWSLETTERS.get((sender + i) % NEWSLETTERS.size());
            HttpRequest signUp = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + SUBSCRIPTIONS))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"email\":\"%s\",\"newsletters\":[\"%s\"]}".formatted(victim.email(), newsletter)))
                    .build();
            assertThat(client.send(signUp, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void whatIsAskedForWithinAQuarterOfAnHourComesInOneMailAfterIt() {
        TestReader reader = newReader();
        reader.signUp("markets");
        database().awaitEverythingDecided();
        reader.signUp("denver");
        reader.signUp("world");
        database().awaitEverythingDecided();
        assertThat(reader.created()).hasSize(1);

        TestClock.forward(Duration.ofMinutes(16));
        database().awaitNoMailDue(TestClock.now());

        assertThat(reader.created())
                .hasSize(2)
                .last()
                .satisfies(created -> assertThat(created.newsletters()).containsExactlyInAnyOrder("denver", "world"));
    }

    @Test
    void theSixthMailOfADayIsHeldForAnOperator() {
        TestReader reader = newReader();
        for (int i = 0; i < 7; i++) {
            reader.signUpLater("markets");
        }

        assertThat(reader.created()).hasSize(5);
        assertThat(heldFor(reader.email())).containsExactly("ADDRESS_LIMIT");

        TestClock.forward(Duration.ofHours(25));
        reader.signUp("markets");
        assertThat(reader.created()).hasSize(6);
    }

    @Test
    void moreSignUpsOfOneDomainThanUsualAreHeld() {
        String domain = UUID.randomUUID() + ".example";
        for (int i = 0; i < 600; i++) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("email", "worker-" + i + "@" + domain, "newsletters", List.of("markets")))
                    .post(SUBSCRIPTIONS)
                    .then()
                    .statusCode(202);
        }
        database().awaitEverythingDecided();

        long held = database()
                .number(
                        "SELECT count(*) FROM held_sign_up WHERE reason = 'DOMAIN_LIMIT' AND email LIKE ?",
                        "%@" + domain);
        long mailed = database().number("SELECT count(*) FROM subscriber WHERE email LIKE ?", "%@" + domain);
        assertThat(held + mailed).isEqualTo(600);
        // The bucket fills up again by less than one a second while the test runs.
        assertThat(held).isPositive();
        assertThat(mailed).isGreaterThanOrEqualTo(500);
    }

    @Test
    void aFormThatComesBackAtOnceIsAnsweredLikeAnyOtherAndHeld() {
        TestReader reader = newReader();
        String form = newForm();

        given().contentType(ContentType.JSON)
                .body(Map.of("email", reader.email(), "newsletters", List.of("markets"), "form", form))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(202)
                .body("message", equalTo("Thank you for subscribing!"));

        assertThat(reader.created()).isEmpty();
        assertThat(heldFor(reader.email())).containsExactly("TOO_QUICK");
    }

    @Test
    void aFormThatAPersonFilledInIsNotHeld() {
        TestReader reader = newReader();
        String form = newForm();
        TestClock.forward(Duration.ofSeconds(3));

        given().contentType(ContentType.JSON)
                .body(Map.of("email", reader.email(), "newsletters", List.of("markets"), "form", form))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(202);

        assertThat(reader.created()).hasSize(1);
    }

    @Test
    void aFormTokenThatIsNoneOfOursIsRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("email", newReader().email(), "newsletters", List.of("markets"), "form", "made.up.token"))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("form.invalid"));
    }

    private static String newForm() {
        return given().get(SUBSCRIPTIONS + "/form")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("proof", nullValue())
                .extract()
                .path("form");
    }

    private List<String> heldFor(String email) {
        database().awaitEverythingDecided();
        return database().texts("SELECT reason FROM held_sign_up WHERE email_key = ?", email);
    }
}
