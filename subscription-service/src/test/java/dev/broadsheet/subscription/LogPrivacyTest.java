package dev.broadsheet.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.subscription.testing.CapturedLog;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogPrivacyTest extends ServiceTest {

    private static final Logger LOG = Logger.getLogger(LogPrivacyTest.class);

    @Test
    void neitherAnAddressNorATokenIsLogged() {
        TestReader reader = newReader();
        try (CapturedLog log = new CapturedLog()) {
            LOG.info("the capture works");

            reader.signUpAndConfirm("markets");
            String confirmation = reader.newestConfirmationToken();
            String unsubscribe = reader.unsubscribeToken("markets");
            reader.confirm(unsubscribe).then().statusCode(400);
            reader.unsubscribe(confirmation).then().statusCode(400);
            given().put("/api/v1/unsubscribe/{token}", unsubscribe).then().statusCode(405);
            reader.unsubscribe(unsubscribe).then().statusCode(200);
            refuseSignUpOf(reader.email() + "@");
            refuseSignUpOf(reader.email() + "\u0000");

            assertThat(log.text())
                    .contains("the capture works")
                    .doesNotContain(reader.email())
                    .doesNotContain(confirmation)
                    .doesNotContain(unsubscribe);
        }
    }

    private static void refuseSignUpOf(String email) {
        given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "newsletters", List.of("gazette")))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400);
    }
}
