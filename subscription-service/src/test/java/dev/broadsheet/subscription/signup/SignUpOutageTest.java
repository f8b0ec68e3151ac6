package dev.broadsheet.subscription.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.broadsheet.localstack.client.Outage;
import dev.broadsheet.subscription.testing.CapturedLog;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import dev.broadsheet.subscription.testing.TestReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignUpOutageTest extends ServiceTest {

    @Inject
    AgroalDataSource pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    @Test
    void aSignUpFailsHonestlyWhileTheDatabaseIsAwayAndWorksAgainAfterwards() {
        TestReader reader = newReader();
        reader.signUp("markets").then().statusCode(202);
        Stored before = database().stored();

        try (CapturedLog log = new CapturedLog()) {
            try (Outage outage = Outage.ofPostgres()) {
                assertThat(outage).isNotNull();
                assertSubscriptionFailed(reader.signUp("world"));
                assertSubscriptionFailed(newReader().signUp("markets"));
            }
            assertThat(log.text()).contains("event=request.unavailable").doesNotContain(reader.email());
        }

        assertThat(database().stored()).isEqualTo(before);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> reader.signUpLater("world").statusCode() == 202);
        assertThat(reader.created()).hasSize(2);
    }

    @Test
    void aSignUpIsAcceptedWhileKafkaIsAwayAndPublishedAfterwards() {
        TestReader reader = newReader();

        try (Outage outage = Outage.ofKafka()) {
            assertThat(outage).isNotNull();
            reader.signUp("markets").then().statusCode(202);
        }

        assertThat(reader.created()).hasSize(1);
    }

    @Test
    void aSignUpFailsHonestlyWhileEveryConnectionIsTaken() throws SQLException {
        TestReader reader = newReader();
        Stored before = database().stored();
        List<Connection> taken = new ArrayList<>();
        try {
            takeAll(taken);
            assertSubscriptionFailed(reader.signUp("markets"));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }

        assertThat(database().stored()).isEqualTo(before);
        reader.signUp("markets").then().statusCode(202);
        assertThat(reader.created()).hasSize(1);
    }

    /** Until the pool refuses: the relay holds some of its own. */
    private void takeAll(List<Connection> taken) {
        try {
            while (taken.size() < poolSize) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException e) {
            assertThat(taken).isNotEmpty();
        }
    }

    private static void assertSubscriptionFailed(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("detail", equalTo("Subscription failed"));
    }
}
