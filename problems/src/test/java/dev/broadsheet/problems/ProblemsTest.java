package dev.broadsheet.problems;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    private static final String VALID = """
            {"headline": "Rates", "newsletters": ["markets"], "authors": [{"slug": "ada"}], "kind": "SHORT", "count": 1}""";

    @TestHTTPResource
    URI server;

    @Test
    void aValidBodyIsTaken() {
        post(VALID).statusCode(200).header("X-Request-Id", not(nullValue()));
    }

    @Test
    void aProblemHasEveryMember() {
        given().header("X-Request-Id", "desk-17")
                .get("/samples/failures/missing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Request-Id", "desk-17")
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Not Found"))
                .body("status", equalTo(404))
                .body("detail", equalTo("No such sample."))
                .body("instance", equalTo("/samples/failures/missing"))
                .body("requestId", equalTo("desk-17"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void aRequestIdThatCouldBreakALogIsReplaced(String unfit) {
        given().header("X-Request-Id", unfit)
                .get("/samples/failures/missing")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .body("requestId", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void eachBrokenRuleNamesItsFieldFromTheBodysRoot() {
        post("""
                {"headline": " ", "newsletters": ["markets", "UPPER"], "authors": [{"slug": "ada"}, {}], "count": 1}""")
                .statusCode(400)
                .body("type", equalTo("urn:broadsheet:problem:invalid-input"))
                .body("violations.field", equalTo(Arrays.asList("authors[1].slug", "headline", "newsletters[1]")))
                .body(
                        "violations.code",
                        equalTo(Arrays.asList("slug.required", "headline.required", "newsletters.format")))
                .body("violations.message", hasItem("must be lower case"));
    }

    @Test
    void aBrokenRuleOfAParameterNamesTheParameter() {
        given().get("/samples?limit=101")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"))
                .body("violations[0].code", equalTo("limit.range"));
    }

    @Test
    void aRuleOfTheServiceNamesItsFieldToo() {
        given().get("/samples/failures/refused")
                .then()
                .statusCode(400)
                .body("detail", equalTo("is not known"))
                .body("violations[0].field", equalTo("newsletters[0]"))
                .body("violations[0].code", equalTo("newsletter.unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headline\": \"secret",
                "secret",
                "{\"headline\": secret}",
                "{} secret",
                "{\"newsletters\": [\"secret\"",
                "{\"count\": 1, \"count\": 2}"
            })
    void aBodyThatIsNotJsonIsSaidToBeSoWithoutQuotingIt(String body) {
        String answer = post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("The body is not valid JSON."))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("secret", "Sample", "jackson", "line");
    }

    @Test
    void bytesThatAreNoTextAreNotJson() {
        given().contentType(ContentType.JSON)
                .body(new byte[] {0, 0, (byte) 0xff, (byte) 0xff, 0, 0, 0, 1})
                .post("/samples")
                .then()
                .statusCode(400)
                .body("detail", equalTo("The body is not valid JSON."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"headline\": 5}                  | headline        | headline.type | must be a string",
                "{\"headline\": true}               | headline        | headline.type | must be a string",
                "{\"headline\": {}}                 | headline        | headline.type | must be a string",
                "{\"newsletters\": \"secret\"}      | newsletters     | newsletters.type | must be a list",
                "{\"newsletters\": [[]]}            | newsletters[0]  | newsletters.type | must be a string",
                "{\"authors\": [{\"slug\": []}]}    | authors[0].slug | slug.type     | must be a string",
                "{\"authors\": [\"secret\"]}        | authors[0]      | authors.type  | must be an object",
                "{\"kind\": \"secret\"}             | kind            | kind.unknown  | 'must be one of SHORT, LONG'",
                "{\"count\": \"1\"}                 | count           | count.type    | must be a number in range",
                "{\"count\": 1.5}                   | count           | count.type    | must be a number in range",
                "{\"count\": 99999999999}           | count           | count.type    | must be a number in range"
            })
    void aWrongTypeNamesItsField(String body, String field, String code, String message) {
        String answer = post(body)
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", equalTo(message.replace("'", "")))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("secret", "dev.broadsheet", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"secret\""})
    void aBodyThatIsNoObjectIsRefused(String body) {
        post(body).statusCode(400).body("detail", equalTo("The body must be a JSON object of the documented form."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "null"})
    void anEmptyBodyIsRefused(String body) {
        post(body).statusCode(400).body("detail", equalTo("The body is empty."));
    }

    @Test
    void unknownPathsMethodsAndMediaTypesAreProblems() {
        given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().delete("/samples")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("detail", equalTo("This address does not take this method."));
        given().contentType("text/plain")
                .body("hello")
                .post("/samples")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("instance", equalTo("/samples"));
        given().accept("image/png").get("/samples").then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefused() {
        post("{\"headline\": \"" + "x".repeat(5000) + "\"}")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("requestId", not(nullValue()));
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws Exception {
        byte[] body = ("{\"headline\": \"" + "x".repeat(200_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/samples"))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unexpected", "constraint", "overflow"})
    void aFailureTellsNothingOfTheInside(String kind) {
        String answer = given().get("/samples/failures/" + kind)
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("detail", equalTo("Something went wrong on our side."))
                .body("requestId", not(nullValue()))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("secret", "Exception", "java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreachable", "exhausted", "stopping"})
    void aDatabaseThatIsAwayIsToBeTriedAgain(String kind) {
        given().get("/samples/failures/" + kind)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/samples").then();
    }
}
