package dev.broadsheet.notification;

import static dev.broadsheet.notification.Desk.EDITIONS;
import static dev.broadsheet.notification.Desk.asEditor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay that takes few mails a second, and an operator who wants no mail twice. */
@QuarkusTest
@TestProfile(CautiousSendingTest.Cautious.class)
class CautiousSendingTest {

    private final OtherServices others = new OtherServices();

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void aMailThatTheRelayMayHaveWaitsForAnEditorToHaveItSentAgain() {
        String newsletter = others.newNewsletter();
        UUID reader = others.confirm("mute-" + Ids.next() + "@example.com", newsletter);
        Ledger.awaitMembers(newsletter, 1);

        others.publishArticle("Taken or not?", true, newsletter);

        await().atMost(Duration.ofSeconds(60)).until(() -> Ledger.deliveries(newsletter, "UNCERTAIN") == 1);
        await().until(() -> Ledger.count(
                        "SELECT count(*) FROM delivery_batch JOIN edition ON edition.id = edition_id"
                                + " WHERE newsletter = ? AND delivery_batch.state = 'WAITING' AND due_at IS NULL",
                        newsletter)
                == 1);
        asEditor()
                .post(EDITIONS + "/{id}/retry", edition(newsletter))
                .then()
                .statusCode(200)
                .body("deliveries", equalTo(1));

        Ledger.awaitEditionSent(newsletter);
        assertThat(Ledger.string("SELECT state FROM delivery WHERE subscriber_id = ?", reader))
                .isEqualTo("SENT");
    }

    @Test
    void aSmallEditionDoesNotWaitForALargeOneThatClosedBeforeIt() {
        String large = others.newNewsletter();
        String small = others.newNewsletter();
        int readers = 300;
        String run = Ids.next().toString();
        IntStream.range(0, readers).forEach(i -> others.confirm("reader-" + i + "-" + run + "@example.com", large));
        others.confirm("reader-" + run + "@example.com", small);
        Ledger.awaitMembers(large, readers);
        Ledger.awaitMembers(small, 1);

        others.publishArticle("To many", true, large);
        await().atMost(Duration.ofSeconds(60)).until(() -> Ledger.deliveries(large, "SENT") > 0);
        others.publishArticle("To one", true, small);

        Ledger.awaitEditionSent(small);
        long left = readers - Ledger.deliveries(large, "SENT");
        asEditor()
                .body(Map.of("held", true))
                .post(EDITIONS + "/{id}/hold", edition(large))
                .then()
                .statusCode(204);
        assertThat(left).isPositive();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Ledger.count(
                                "SELECT count(*) FROM delivery_batch WHERE edition_id = ? AND state = 'TAKEN'",
                                UUID.fromString(edition(large)))
                        == 0);
        assertThat(Ledger.deliveries(large, "PENDING")).isPositive();
    }

    private static String edition(String newsletter) {
        return Ledger.string("SELECT id FROM edition WHERE newsletter = ?", newsletter);
    }

    public static final class Cautious implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "broadsheet.relays.main.port",
                    Integer.toString(PickySmtpServer.start()),
                    "broadsheet.mail-limits.per-second",
                    "20",
                    "broadsheet.delivery.uncertain",
                    "HOLD",
                    "broadsheet.delivery.batch-size",
                    "5",
                    "broadsheet.delivery.open-batches",
                    "2");
        }
    }
}
