package dev.broadsheet.subscription.unsubscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.subscription.testing.AtOnce;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import dev.broadsheet.subscription.testing.TestReader;
import dev.broadsheet.subscription.token.Tokens;
import dev.broadsheet.subscription.token.UnsubscribeToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UnsubscribeTest extends ServiceTest {

    private static final String UNSUBSCRIBE = "/api/v1/unsubscribe/{token}";

    @Inject
    Tokens tokens;

    @Test
    void oneClickOfAMailProviderTakesTheReaderOut() {
        assertLeavesBy(given().header("User-Agent", "Google-SMTP-Relay/1.0")
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click"));
    }

    @Test
    void oneClickAsAMultipartFormTakesTheReaderOut() {
        assertLeavesBy(given().multiPart("List-Unsubscribe", "One-Click"));
    }

    @Test
    void thePagesButtonTakesTheReaderOut() {
        assertLeavesBy(given().noContentType());
    }

    @Test
    void aSecondClickGivesTheSameAnswerAndChangesNothing() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        Response first = reader.unsubscribe(reader.unsubscribeToken("markets"));
        Stored before = database().stored();

        Response second = reader.unsubscribe(reader.unsubscribeToken("markets"));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(database().stored()).isEqualTo(before);
    }

    @Test
    void manyClicksAtOnceAreOneCancellation() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String token = reader.unsubscribeToken("markets");

        List<Integer> answers = AtOnce.call(16, () -> reader.unsubscribe(token).statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(reader.cancelled()).hasSize(1);
    }

    @Test
    void theOtherNewslettersStay() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets", "world");

        reader.unsubscribe(reader.unsubscribeToken("markets"));

        assertThat(reader.cancelled())
                .singleElement()
                .extracting(SubscriptionCancelled::newsletters)
                .isEqualTo(List.of("markets"));
        assertThat(database()
                        .number(
                                "SELECT count(*) FROM subscription WHERE subscriber_id = ? AND state = 'CONFIRMED'",
                                reader.id()))
                .isEqualTo(1);
    }

    @Test
    void anOldMailsLinkAlsoEndsWhatTheReaderHasNotYetConfirmed() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        reader.unsubscribe(reader.unsubscribeToken("markets"));
        reader.signUpLater("markets");
        String pending = reader.newestConfirmationToken();

        reader.unsubscribe(reader.unsubscribeToken("markets")).then().statusCode(200);

        reader.confirm(pending).then().statusCode(200).body("newsletters", equalTo(List.of()));
        assertThat(reader.confirmed()).hasSize(1);
        assertThat(reader.cancelled()).hasSize(1);
    }

    @Test
    void aReaderWhoIsNoMoreIsOutAlready() {
        String orphan = tokens.issue(new UnsubscribeToken(UUID.randomUUID(), "markets"));
        Stored before = database().stored();

        newReader().unsubscribe(orphan).then().statusCode(200).body("newsletters", contains("markets"));

        assertThat(database().stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abc.def.ghi", "%00"})
    void aForgedTokenIsRefusedWithoutRepeatingIt(String token) {
        Response answer = given().urlEncodingEnabled(false).post("/api/v1/unsubscribe/" + token);

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/v1/unsubscribe"));
        assertThat(answer.asString()).doesNotContain(token);
    }

    @Test
    void aTokenOfAnotherPurposeIsForged() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        reader.unsubscribe(reader.newestConfirmationToken()).then().statusCode(400);
        reader.unsubscribe(reader.confirmed().get(0).preferencesToken()).then().statusCode(400);

        assertThat(reader.cancelled()).isEmpty();
    }

    @Test
    void openingTheLinkLeadsToThePageAndChangesNothing() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String token = reader.unsubscribeToken("markets");
        Stored before = database().stored();

        given().redirects()
                .follow(false)
                .get(UNSUBSCRIBE, token)
                .then()
                .statusCode(303)
                .header("Location", equalTo("http://localhost:8080/unsubscribe?token=" + token));
        given().redirects().follow(false).head(UNSUBSCRIBE, token).then().statusCode(303);

        assertThat(database().stored()).isEqualTo(before);
        assertThat(reader.cancelled()).isEmpty();
    }

    @Test
    void aLinkThatWasTamperedWithCannotLeadElsewhere() {
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/api/v1/unsubscribe/a%26next=b%0d%0aX:%20y%23z")
                .then()
                .statusCode(303)
                .header("Location", equalTo("http://localhost:8080/unsubscribe?token=a%26next%3Db%0D%0AX%3A+y%23z"));
    }

    private void assertLeavesBy(RequestSpecification click) {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        click.post(UNSUBSCRIBE, reader.unsubscribeToken("markets"))
                .then()
                .statusCode(200)
                .body("newsletters", contains("markets"));

        assertThat(reader.cancelled()).singleElement().satisfies(cancelled -> {
            assertThat(cancelled.newsletters()).containsExactly("markets");
            assertThat(cancelled.reason()).isEqualTo(Reason.ONE_CLICK);
        });
    }
}
