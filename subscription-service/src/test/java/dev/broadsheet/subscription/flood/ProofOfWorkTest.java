package dev.broadsheet.subscription.flood;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProofOfWorkTest.Required.class)
class ProofOfWorkTest extends ServiceTest {

    public static class Required implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "broadsheet.flood.proof-of-work.required",
                    "true",
                    "broadsheet.flood.proof-of-work.maximum",
                    "2000");
        }
    }

    @Test
    void aSignUpThatBringsItsProofIsAccepted() throws Exception {
        TestReader reader = newReader();

        signUp(reader, solve(challenge())).then().statusCode(202);

        assertThat(signUpsOf(reader)).isEqualTo(1);
    }

    @Test
    void aSignUpWithoutAProofIsRefused() {
        TestReader reader = newReader();

        signUp(reader, null)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("proof"))
                .body("violations[0].code", equalTo("proof.missing"));

        assertThat(signUpsOf(reader)).isZero();
    }

    @Test
    void aProofPaysForOneSignUp() throws Exception {
        String proof = solve(challenge());
        signUp(newReader(), proof).then().statusCode(202);

        signUp(newReader(), proof).then().statusCode(400).body("violations[0].code", equalTo("proof.spent"));
    }

    @Test
    void aProofExpiresAndItsExpiryCannotBeMoved() throws Exception {
        JSONObject challenge = challenge();
        String proof = solve(challenge);
        TestClock.forward(Duration.ofMinutes(21));

        signUp(newReader(), proof).then().statusCode(400).body("violations[0].code", equalTo("proof.expired"));
        signUp(newReader(), spliced(proof)).then().statusCode(400).body("violations[0].code", equalTo("proof.invalid"));
    }

    /** Salt and number are hashed one after the other: digits of the number must not become digits of the expiry. */
    private static String spliced(String proof) {
        JSONObject payload = new JSONObject(new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8));
        String number = Long.toString(payload.getLong("number"));
        payload.put("salt", payload.getString("salt") + number.charAt(0));
        payload.put("number", Long.parseLong("0" + number.substring(1)));
        return encoded(payload);
    }

    @Test
    void aWrongNumberIsRefused() throws Exception {
        JSONObject payload =
                new JSONObject(new String(Base64.getDecoder().decode(solve(challenge())), StandardCharsets.UTF_8));
        payload.put("number", payload.getLong("number") + 1);

        for (String proof : List.of(encoded(payload), "nonsense", encoded(new JSONObject()), "x".repeat(3000))) {
            signUp(newReader(), proof).then().statusCode(400).body("violations[0].code", equalTo("proof.invalid"));
        }
    }

    @Test
    void aPlainFormNeedsAProofToo() {
        given().contentType(ContentType.URLENC)
                .formParam("email", newReader().email())
                .formParam("newsletters", "markets")
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("proof.missing"));
    }

    private long signUpsOf(TestReader reader) {
        database().awaitEverythingDecided();
        return database()
                .number(
                        "SELECT count(*) FROM sign_up JOIN subscriber ON subscriber.id = subscriber_id WHERE email = ?",
                        reader.email());
    }

    private static JSONObject challenge() {
        String form = given().get("/api/v1/subscriptions/form").asString();
        return new JSONObject(form).getJSONObject("proof");
    }

    private static String solve(JSONObject challenge) throws Exception {
        long number = Altcha.solveChallenge(
                        challenge.getString("challenge"),
                        challenge.getString("salt"),
                        Algorithm.SHA256,
                        challenge.getLong("maxnumber"),
                        0)
                .number;
        return encoded(new JSONObject()
                .put("algorithm", challenge.getString("algorithm"))
                .put("challenge", challenge.getString("challenge"))
                .put("number", number)
                .put("salt", challenge.getString("salt"))
                .put("signature", challenge.getString("signature")));
    }

    private static String encoded(JSONObject payload) {
        return Base64.getEncoder().encodeToString(payload.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Response signUp(TestReader reader, String proof) {
        Map<String, Object> body = new HashMap<>(Map.of("email", reader.email(), "newsletters", List.of("markets")));
        body.put("proof", proof);
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/subscriptions");
    }
}
