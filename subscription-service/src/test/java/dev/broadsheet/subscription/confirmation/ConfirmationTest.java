package dev.broadsheet.subscription.confirmation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.subscription.testing.AtOnce;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import dev.broadsheet.subscription.token.ConfirmationToken;
import dev.broadsheet.subscription.token.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConfirmationTest extends ServiceTest {

    private static final String CONFIRMATIONS = "/api/v1/confirmations";

    @Inject
    Tokens tokens;

    @Test
    void aConfirmationPutsTheReaderIntoTheAudience() {
        TestReader reader = newReader();
        reader.signUp("markets", "denver");

        reader.confirm(reader.newestConfirmationToken())
                .then()
                .statusCode(200)
                .body("newsletters", contains("markets", "denver"));

        assertThat(reader.confirmed()).singleElement().satisfies(confirmed -> {
            assertThat(confirmed.subscriberId()).isEqualTo(reader.id());
            assertThat(confirmed.email()).isEqualTo(reader.email());
            assertThat(confirmed.locale()).isEqualTo("en");
            assertThat(confirmed.newsletters())
                    .extracting(ConfirmedNewsletter::slug)
                    .containsExactlyInAnyOrder("markets", "denver");
            assertThat(tokens.openPreferences(confirmed.preferencesToken()).subscriberId())
                    .isEqualTo(reader.id());
        });
    }

    @Test
    void aSecondConfirmationGivesTheSameAnswerAndChangesNothing() {
        TestReader reader = newReader();
        reader.signUp("markets");
        Response first = reader.confirm(reader.newestConfirmationToken());
        Stored before = database().stored();

        Response second = reader.confirm(reader.newestConfirmationToken());

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(database().stored()).isEqualTo(before);
    }

    @Test
    void confirmingTheSameMailManyTimesAtOnceIsOneConfirmation() {
        TestReader reader = newReader();
        reader.signUp("markets");
        String token = reader.newestConfirmationToken();

        List<Integer> answers = AtOnce.call(16, () -> reader.confirm(token).statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(reader.confirmed()).hasSize(1);
    }

    @Test
    void twoMailsForTheSameNewsletterAreOneConfirmation() {
        TestReader reader = newReader();
        reader.signUp("markets");
        String first = reader.newestConfirmationToken();
        reader.signUpLater("markets");
        String second = reader.newestConfirmationToken();

        reader.confirm(first).then().statusCode(200).body("newsletters", contains("markets"));
        reader.confirm(second).then().statusCode(200).body("newsletters", contains("markets"));

        assertThat(reader.confirmed()).hasSize(1);
    }

    @Test
    void anExpiredTokenIsGone() {
        TestReader reader = newReader();
        reader.signUp("markets");
        String expired = tokens.issue(new ConfirmationToken(
                reader.id(),
                reader.created().get(0).subscriptionId(),
                TestClock.now().minusSeconds(1)));
        Stored before = database().stored();

        reader.confirm(expired)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("detail", equalTo("This link has expired. Please ask for a new one."));

        assertThat(database().stored()).isEqualTo(before);
    }

    @Test
    void aTokenForASignUpThatIsNoMoreIsGone() {
        String orphan = tokens.issue(new ConfirmationToken(
                UUID.randomUUID(), UUID.randomUUID(), TestClock.now().plusSeconds(60)));

        newReader().confirm(orphan).then().statusCode(410);
    }

    @Test
    void aTokenOfAnotherPurposeIsForged() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        assertForged(reader.confirm(reader.unsubscribeToken("markets")));
        assertForged(reader.confirm(reader.confirmed().get(0).preferencesToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":null}", "{\"token\":\"\"}", "{\"token\":\"abc.def.ghi\"}"})
    void aTokenThatIsNoneIsForged(String body) {
        assertForged(given().contentType(ContentType.JSON).body(body).post(CONFIRMATIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "{\"token\":5}", "{\"token\":[\"a\"]}"})
    void aBodyThatHoldsNoTokenIsRefused(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(CONFIRMATIONS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void openingTheAddressConfirmsNothing() {
        given().get(CONFIRMATIONS).then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void aLateConfirmationDoesNotBringBackWhatTheReaderLeftAfterIt() {
        TestReader reader = newReader();
        reader.signUp("markets", "world");
        String late = reader.newestConfirmationToken();
        reader.signUpAndConfirm("markets");
        reader.unsubscribe(reader.unsubscribeToken("markets")).then().statusCode(200);

        Response answer = reader.confirm(late);

        answer.then().statusCode(200).body("newsletters", contains("world"));
        assertThat(reader.confirmed())
                .last()
                .satisfies(confirmed -> assertThat(confirmed.newsletters())
                        .extracting(ConfirmedNewsletter::slug)
                        .containsExactly("world"));
        assertThat(reader.confirm(late).asString()).isEqualTo(answer.asString());
    }

    @Test
    void aRepeatedConfirmationDoesNotBringBackWhatTheReaderLeft() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        reader.unsubscribe(reader.unsubscribeToken("markets"));
        Stored before = database().stored();

        reader.confirm(reader.newestConfirmationToken()).then().statusCode(200);

        assertThat(database().stored()).isEqualTo(before);
        assertThat(stateOf(reader, "markets", "CANCELLED")).isEqualTo(1);
    }

    @Test
    void aReaderWhoLeftComesBackByANewSignUp() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        reader.unsubscribe(reader.unsubscribeToken("markets"));

        reader.signUpAndConfirm("markets");

        assertThat(reader.confirmed()).hasSize(2);
        assertThat(stateOf(reader, "markets", "CONFIRMED")).isEqualTo(1);
    }

    private long stateOf(TestReader reader, String newsletter, String state) {
        return database()
                .number(
                        "SELECT count(*) FROM subscription WHERE subscriber_id = ? AND newsletter = ? AND state = ?",
                        reader.id(),
                        newsletter,
                        state);
    }

    private static void assertForged(Response answer) {
        answer.then().statusCode(400).contentType("application/problem+json").body("title", equalTo("Forged token"));
    }
}
