package dev.broadsheet.subscription.signup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.contracts.subscription.SubscriptionCreated.Source;
import dev.broadsheet.subscription.testing.AtOnce;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SignUpTest extends ServiceTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final String THANKS = "{\"status\":\"accepted\",\"message\":\"Thank you for subscribing!\"}";
    private static final int AT_ONCE = 64;

    @Test
    void aSignUpIsAcceptedStoredAndPublished() {
        TestReader reader = newReader();
        Stored before = database().stored();

        Response answer = reader.signUp("markets", "denver");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.asString()).isEqualTo(THANKS);
        assertThat(database().stored())
                .isEqualTo(new Stored(
                        before.subscribers() + 1,
                        before.subscriptions() + 2,
                        before.signUps() + 1,
                        before.events() + 1));
        assertThat(reader.created()).singleElement().satisfies(created -> {
            assertThat(created.email()).isEqualTo(reader.email());
            assertThat(created.newsletters()).containsExactly("markets", "denver");
            assertThat(created.locale()).isEqualTo("en");
            assertThat(created.zone()).isNull();
            assertThat(created.source()).isEqualTo(new Source(null, "api"));
            assertThat(created.confirmation().expiresAt())
                    .isEqualTo(created.requestedAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .plus(Duration.ofDays(7)));
        });
    }

    @Test
    void theAnswerIsTheSameToTheByteWhateverIsKnownOfTheAddress() {
        TestReader reader = newReader();

        Response whenNew = reader.signUp("markets");
        Response whenPending = reader.signUp("markets");
        reader.confirm(reader.newestConfirmationToken());
        Response whenConfirmed = reader.signUp("markets");
        reader.unsubscribe(reader.unsubscribeToken("markets"));
        Response whenUnsubscribed = reader.signUp("markets");
        reader.erase(true).then().statusCode(204);
        Response whenErased = reader.signUp("markets");

        assertThat(Stream.of(whenNew, whenPending, whenConfirmed, whenUnsubscribed, whenErased))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(202);
                    assertThat(answer.asByteArray()).isEqualTo(whenNew.asByteArray());
                    assertThat(answer.contentType()).isEqualTo(whenNew.contentType());
                    assertThat(answer.headers())
                            .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
                            .containsExactlyElementsOf(whenNew.headers().asList().stream()
                                    .map(header -> header.getName().toLowerCase(Locale.ROOT))
                                    .toList());
                });
    }

    /** So its time tells no more than its bytes: with every table locked that knows readers, each is answered like the other. */
    @Test
    void anAnswerDependsOnNothingThatIsKnownOfTheAddress() throws Exception {
        TestReader stranger = newReader();
        TestReader active = newReader();
        active.signUpAndConfirm("markets");
        TestReader suppressed = newReader();
        suppressed.signUpAndConfirm("markets");
        suppressed.erase(true).then().statusCode(204);

        try (AutoCloseable lock =
                database().lock("subscriber, subscription, sign_up, suppression, held_sign_up, outbox_event")) {
            assertThat(lock).isNotNull();
            assertThat(Stream.of(stranger, active, suppressed))
                    .allSatisfy(reader ->
                            assertThat(reader.signUp("world").statusCode()).isEqualTo(202));
        }

        assertThat(stranger.created()).hasSize(1);
    }

    @Test
    void aReaderWhoHasNotConfirmedGetsAnotherMailAQuarterOfAnHourLater() {
        TestReader reader = newReader();

        reader.signUp("markets");
        reader.signUpLater("markets");

        assertThat(reader.created())
                .hasSize(2)
                .extracting(SubscriptionCreated::subscriberId)
                .containsOnly(reader.id());
    }

    @Test
    void aReaderWhoHasConfirmedAllOfItGetsNoMailAndNothingChanges() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        Stored before = database().stored();

        reader.signUp("markets").then().statusCode(202);

        assertThat(database().stored()).isEqualTo(before);
    }

    @Test
    void aReaderWhoHasConfirmedOneIsAskedForTheOtherAlone() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        reader.signUpLater("markets", "world");

        assertThat(reader.created())
                .last()
                .extracting(SubscriptionCreated::newsletters)
                .isEqualTo(List.of("world"));
    }

    @Test
    void aStrangerCannotChangeWhatAConfirmedReaderHas() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        TestClock.forward(Duration.ofMinutes(16));

        given().contentType(ContentType.JSON)
                .header("Accept-Language", "es")
                .body(Map.of(
                        "email", reader.email().toUpperCase(Locale.ROOT),
                        "newsletters", List.of("world"),
                        "zone", "Europe/Madrid"))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(202);

        assertThat(reader.created()).last().satisfies(created -> {
            assertThat(created.email()).isEqualTo(reader.email());
            assertThat(created.locale()).isEqualTo("en");
            assertThat(created.zone()).isNull();
        });
    }

    @Test
    void anAddressIsOneReaderHoweverItIsTyped() {
        TestReader reader = newReader();
        reader.signUp("markets");
        Stored before = database().stored();
        TestClock.forward(Duration.ofMinutes(16));

        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "email", "  " + reader.email().toUpperCase(Locale.ROOT) + " ", "newsletters", List.of("world")))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(202);

        assertThat(database().stored().subscribers()).isEqualTo(before.subscribers());
        assertThat(reader.created())
                .hasSize(2)
                .last()
                .extracting(SubscriptionCreated::email)
                .isEqualTo(reader.email().toUpperCase(Locale.ROOT));
    }

    @Test
    void aPlainFormWorksWithoutAnyScript() {
        TestReader reader = newReader();

        Response answer = given().contentType(ContentType.URLENC)
                .header("Referer", "https://broadsheet.example/newsletters/denver?email=secret")
                .formParam("email", reader.email())
                .formParam("newsletters", "denver", "markets")
                .formParam("zone", "America/Denver")
                .formParam("website", "")
                .post(SUBSCRIPTIONS);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.asString()).isEqualTo(THANKS);
        assertThat(reader.created()).singleElement().satisfies(created -> {
            assertThat(created.newsletters()).containsExactly("denver", "markets");
            assertThat(created.zone()).isEqualTo("America/Denver");
            assertThat(created.source()).isEqualTo(new Source("/newsletters/denver", "html"));
        });
    }

    @Test
    void aProgramThatFillsTheHiddenFieldGetsTheSameAnswerAndNothingHappens() {
        TestReader reader = newReader();
        Stored before = database().stored();

        Response answer = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "email", reader.email(), "newsletters", List.of("markets"), "website", "https://spam.example"))
                .post(SUBSCRIPTIONS);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.asString()).isEqualTo(THANKS);
        assertThat(database().stored()).isEqualTo(before);
    }

    @Test
    void aNewsletterThatIsAskedForTwiceCountsOnce() {
        TestReader reader = newReader();

        reader.signUp("markets", "world", "markets");

        assertThat(reader.created())
                .singleElement()
                .extracting(SubscriptionCreated::newsletters)
                .isEqualTo(List.of("markets", "world"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es-MX,es;q=0.9,en;q=0.8 | es",
                "en-GB                   | en",
                "fr,es;q=0.5             | es",
                "fr                      | en",
                "*                       | en",
                "%%%;;q=x                | en"
            })
    void theMailComesInTheReadersLanguage(String acceptLanguage, String locale) {
        TestReader reader = newReader();

        given().contentType(ContentType.JSON)
                .header("Accept-Language", acceptLanguage)
                .body(Map.of("email", reader.email(), "newsletters", List.of("markets")))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(202);

        assertThat(reader.created())
                .singleElement()
                .extracting(SubscriptionCreated::locale)
                .isEqualTo(locale);
    }

    @Test
    void anInternationalDomainIsPublishedInItsAsciiForm() {
        String local = newReader().email().split("@")[0];
        TestReader reader = newReader();

        given().contentType(ContentType.JSON)
                .body(Map.of("email", local + "@bücher.example.org", "newsletters", List.of("markets")))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(202);

        assertThat(reader.createdFor(local + "@xn--bcher-kva.example.org")).hasSize(1);
    }

    @Test
    void manyIdenticalSignUpsAtOnceAreOneReaderAndOneMail() {
        TestReader reader = newReader();
        Stored before = database().stored();
        assertThat(AtOnce.call(AT_ONCE, () -> reader.signUp("markets", "denver").statusCode()))
                .containsOnly(202);

        Stored after = database().stored();
        assertThat(after.subscribers()).isEqualTo(before.subscribers() + 1);
        assertThat(after.subscriptions()).isEqualTo(before.subscriptions() + 2);
        assertThat(reader.created()).hasSize(1);
    }
}
