package dev.broadsheet.subscription.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.testing.CapturedLog;
import dev.broadsheet.subscription.testing.Operator;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeldSignUpsTest extends ServiceTest {

    private static final String HELD = "/api/v1/ops/subscribers/held";

    @Inject
    HeldSignUps heldSignUps;

    @BeforeEach
    void forgetOthers() {
        database().execute("DELETE FROM held_sign_up");
    }

    @Test
    void operatorsSeeEnoughToJudge() {
        UUID id = hold("Mallory@example.org", "DOMAIN_LIMIT", Duration.ofHours(1));
        hold("trent@example.com", "TOO_QUICK", Duration.ofHours(2));

        Response page = Operator.request().get(HELD);

        page.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].reason", equalTo("DOMAIN_LIMIT"))
                .body("items[0].address", equalTo("M***@example.org"))
                .body("items[0].domain", equalTo("example.org"))
                .body("items[0].newsletters", equalTo(List.of("markets")))
                .body("items[0].times", equalTo(3));
        assertThat(page.asString()).doesNotContainIgnoringCase("mallory").doesNotContain("trent");
    }

    @Test
    void theListIsPaged() {
        UUID newer = hold("a@example.org", "TOO_QUICK", Duration.ofHours(1));
        UUID older = hold("b@example.org", "TOO_QUICK", Duration.ofHours(2));

        Response first = Operator.request().get(HELD + "?limit=1");
        Response second = Operator.request()
                .queryParam("cursor", first.<String>path("next"))
                .get(HELD);

        first.then().body("items.id", equalTo(List.of(newer.toString())));
        second.then().body("items.id", equalTo(List.of(older.toString())));
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void whatIsReleasedGoesOnOnceWithoutDoubts() {
        TestReader reader = newReader();
        UUID id = hold(reader.email(), "ADDRESS_LIMIT", Duration.ofHours(1));

        Operator.request().post(HELD + "/" + id + "/release").then().statusCode(204);

        assertThat(reader.created()).hasSize(1);
        assertThat(heldRows(id)).isZero();
        Operator.request().post(HELD + "/" + id + "/release").then().statusCode(404);
    }

    @Test
    void oneIsDeleted() {
        UUID id = hold("mallory@example.org", "ADDRESS_LIMIT", Duration.ofHours(1));

        Operator.request().delete(HELD + "/" + id).then().statusCode(204);
        Operator.request().delete(HELD + "/" + id).then().statusCode(204);

        assertThat(heldRows(id)).isZero();
    }

    @Test
    void manyAreDeletedByReasonAndDomain() {
        hold("a@example.org", "DOMAIN_LIMIT", Duration.ofHours(1));
        hold("b@EXAMPLE.org", "DOMAIN_LIMIT", Duration.ofHours(1));
        UUID otherDomain = hold("a@sub.example.org", "DOMAIN_LIMIT", Duration.ofHours(1));
        UUID otherReason = hold("a@example.org", "TOO_QUICK", Duration.ofHours(1));

        Operator.request()
                .delete(HELD + "?reason=DOMAIN_LIMIT&domain=Example.org")
                .then()
                .statusCode(200)
                .body("deleted", equalTo(2));
        assertThat(heldRows(otherDomain) + heldRows(otherReason)).isEqualTo(2);

        Operator.request().delete(HELD + "?domain=example.org").then().body("deleted", equalTo(1));
        Operator.request().delete(HELD + "?reason=DOMAIN_LIMIT").then().body("deleted", equalTo(1));
    }

    @Test
    void allAtOnceAreNotDeletedByMistake() {
        UUID id = hold("mallory@example.org", "ADDRESS_LIMIT", Duration.ofHours(1));

        Operator.request().delete(HELD).then().statusCode(400);
        Operator.request().delete(HELD + "?reason=&domain=").then().statusCode(400);

        assertThat(heldRows(id)).isEqualTo(1);
    }

    @Test
    void whatIsAMonthOldIsDeleted() {
        UUID young = hold("a@example.org", "TOO_QUICK", Duration.ofDays(29));
        UUID old = hold("b@example.org", "TOO_QUICK", Duration.ofDays(31));

        assertThat(heldSignUps.deleteOld()).isEqualTo(1);

        assertThat(heldRows(young)).isEqualTo(1);
        assertThat(heldRows(old)).isZero();
    }

    @Test
    void noAddressIsLogged() {
        try (CapturedLog log = new CapturedLog()) {
            UUID id = hold("mallory@example.org", "FAILED", Duration.ofHours(1));
            Operator.request().get(HELD);
            Operator.request().post(HELD + "/" + id + "/release");

            assertThat(log.text()).doesNotContain("mallory");
        }
    }

    private UUID hold(String email, String reason, Duration ago) {
        UUID id = Ids.next();
        OffsetDateTime then = OffsetDateTime.ofInstant(TestClock.now().minus(ago), ZoneOffset.UTC);
        database().execute("""
                        INSERT INTO held_sign_up
                            (id, reason, email, email_key, newsletters, locale, source_form, received_at, held_at, times)
                        VALUES (?, ?, ?, lower(?), '{markets}', 'en', 'api', ?, ?, 3)""", id, reason, email, email, then, then);
        return id;
    }

    private long heldRows(UUID id) {
        return database().number("SELECT count(*) FROM held_sign_up WHERE id = ?", id);
    }
}
