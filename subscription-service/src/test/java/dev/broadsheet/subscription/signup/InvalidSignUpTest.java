package dev.broadsheet.subscription.signup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InvalidSignUpTest extends ServiceTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    private Stored before;

    @BeforeEach
    void rememberWhatIsStored() {
        before = database().stored();
    }

    @AfterEach
    void nothingWasStoredAndNothingPublished() {
        assertThat(database().stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("invalidAddresses")
    void anInvalidAddressIsNamedAsTheMistake(String email) {
        Response answer = postJson(Map.of("email", email, "newsletters", List.of("markets")));

        assertProblem(answer, 400, "Please enter a valid email.", "email=email.invalid");
    }

    @ParameterizedTest
    @MethodSource("invalidAddresses")
    void anInvalidAddressInAPlainFormIsNamedAsTheMistake(String email) {
        Response answer = given().contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParam("email", email)
                .formParam("newsletters", "markets")
                .post(SUBSCRIPTIONS);

        assertProblem(answer, 400, "Please enter a valid email.", "email=email.invalid");
    }

    static Stream<String> invalidAddresses() {
        return Stream.of("a@b", "a@@b.com", "a b@c.de", "", " ", "x".repeat(400), "x".repeat(388) + "@example.org");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNotASignUpIsRefused(String body, List<String> violations) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(SUBSCRIPTIONS);

        assertProblem(answer, 400, null, violations.toArray(String[]::new));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"email\":", List.of()),
                Arguments.of("{\"email\":\"a@example.org\",\"newsletters\":[\"markets\"]} x", List.of()),
                Arguments.of("not json", List.of()),
                Arguments.of("null", List.of()),
                Arguments.of("[]", List.of()),
                Arguments.of("\"a@example.org\"", List.of()),
                Arguments.of("{}", List.of("email=email.invalid", "newsletters=newsletters.empty")),
                Arguments.of(
                        "{\"email\":null,\"newsletters\":null}",
                        List.of("email=email.invalid", "newsletters=newsletters.empty")),
                Arguments.of(signUp("[\"a@example.org\"]", "[\"markets\"]"), List.of("email=email.type")),
                Arguments.of(signUp("{\"a\":1}", "[\"markets\"]"), List.of("email=email.type")),
                Arguments.of(signUp("5", "[\"markets\"]"), List.of("email=email.type")),
                Arguments.of(signUp("true", "[\"markets\"]"), List.of("email=email.type")),
                Arguments.of(signUp("null", "[\"markets\"]"), List.of("email=email.invalid")),
                Arguments.of(signUp("\"a\\u0000@example.org\"", "[\"markets\"]"), List.of("email=email.invalid")),
                Arguments.of(signUp("\"a@example.org\"", "[]"), List.of("newsletters=newsletters.empty")),
                Arguments.of(signUp("\"a@example.org\"", "\"markets\""), List.of("newsletters=newsletters.type")),
                Arguments.of(signUp("\"a@example.org\"", "[null]"), List.of("newsletters[0]=newsletter.unknown")),
                Arguments.of(
                        signUp("\"a@example.org\"", "[\"\\u0000\"]"), List.of("newsletters[0]=newsletter.unknown")),
                Arguments.of(
                        signUp("\"a@example.org\"", "[\"markets\",\"gazette\",\"world\",\"MARKETS\"]"),
                        List.of("newsletters[1]=newsletter.unknown", "newsletters[3]=newsletter.unknown")));
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertProblem(given().contentType(ContentType.JSON).post(SUBSCRIPTIONS), 400, null);
    }

    @Test
    void anEmptyFormIsRefused() {
        Response answer = given().contentType(ContentType.URLENC).post(SUBSCRIPTIONS);

        assertProblem(answer, 400, null, "email=email.invalid", "newsletters=newsletters.empty");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        Response answer = postJson(Map.of("email", "a@b", "newsletters", List.of("gazette"), "zone", "Mars/Olympus"));

        assertProblem(
                answer,
                400,
                "Please enter a valid email.",
                "email=email.invalid",
                "newsletters[0]=newsletter.unknown",
                "zone=zone.unknown");
    }

    @Test
    void moreNewslettersThanThereCouldBeAreRefusedAsOneMistake() {
        List<String> slugs =
                IntStream.range(0, 51).mapToObj(number -> "paper-" + number).toList();

        assertProblem(
                postJson(Map.of("email", "a@example.org", "newsletters", slugs)),
                400,
                null,
                "newsletters=newsletters.size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x", "application/octet-stream"})
    void anotherContentTypeIsRefused(String contentType) {
        Response answer = given().header("Content-Type", contentType)
                .body(signUp("\"a@example.org\"", "[\"markets\"]").getBytes(StandardCharsets.UTF_8))
                .post(SUBSCRIPTIONS);

        assertProblem(answer, 415, null);
    }

    @Test
    void aBodyOver64KiBIsRefused() {
        Response answer = postJson(Map.of("email", "a@example.org", "newsletters", List.of("x".repeat(66_000))));

        assertProblem(answer, 413, null);
    }

    @Test
    void aFormFieldJustBelowTheLimitIsStillNamedAsTheMistake() {
        Response answer = given().contentType(ContentType.URLENC)
                .formParam("email", "x".repeat(60_000))
                .formParam("newsletters", "markets")
                .post(SUBSCRIPTIONS);

        assertProblem(answer, 400, "Please enter a valid email.", "email=email.invalid");
    }

    @Test
    void anotherMethodIsRefused() {
        assertProblem(given().contentType(ContentType.JSON).body("{}").put(SUBSCRIPTIONS), 405, null);
    }

    private static Response postJson(Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post(SUBSCRIPTIONS);
    }

    private static String signUp(String email, String newsletters) {
        return "{\"email\":" + email + ",\"newsletters\":" + newsletters + "}";
    }

    private static void assertProblem(Response answer, int status, String detail, String... violations) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("requestId", equalTo(answer.header("X-Request-Id")));
        if (detail != null) {
            answer.then().body("detail", equalTo(detail));
        }
        if (violations.length > 0) {
            answer.then()
                    .body("violations", hasSize(violations.length))
                    .body("violations.collect { it.field + '=' + it.code }", contains(violations));
        }
    }
}
