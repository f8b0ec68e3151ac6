package dev.broadsheet.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.subscription.testing.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OperatorsOnlyTest extends ServiceTest {

    private static final String SOME_ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    @ParameterizedTest
    @CsvSource({
        "GET, suppressions",
        "POST, suppressions",
        "DELETE, suppressions",
        "POST, suppressions/lookups",
        "DELETE, suppressions/0000000000000000000000000000000000000000000000000000000000000000",
        "GET, subscribers/held",
        "DELETE, subscribers/held?domain=example.org",
        "DELETE, subscribers/held/" + SOME_ID,
        "POST, subscribers/held/" + SOME_ID + "/release",
        "POST, subscribers/import",
        "GET, subscribers/imports",
        "GET, subscribers/imports/" + SOME_ID,
        "GET, subscribers/export",
    })
    void nobodyElseIsLetIn(String method, String path) {
        Tokens tokens = Tokens.ofTestStack();

        assertThat(statusOf(given(), method, path)).isEqualTo(401);
        assertThat(statusOf(given().auth().oauth2(tokens.expired(Tokens.OPERATOR)), method, path))
                .isEqualTo(401);
        assertThat(statusOf(given().auth().oauth2(tokens.editor()), method, path))
                .isEqualTo(403);
    }

    private static int statusOf(RequestSpecification request, String method, String path) {
        String type = path.endsWith("import") ? "text/csv" : "application/json";
        RequestSpecification typed =
                method.equals("GET") ? request : request.contentType(type).body("{}");
        return typed.request(method, "/api/v1/ops/" + path)
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();
    }
}
