package dev.broadsheet.subscription.address;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusedSignUpTest extends ServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"reader@Refused.example", "reader@mx.refused.example"})
    void aSignUpFromARefusedDomainIsNamedAsRefusedAndLeavesNothing(String email) {
        Stored before = database().stored();

        given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "newsletters", List.of("markets")))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("email"))
                .body("violations.code", contains("email.refused"));

        assertThat(database().stored()).isEqualTo(before);
    }
}
