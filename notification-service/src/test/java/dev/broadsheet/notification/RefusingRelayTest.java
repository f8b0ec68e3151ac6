package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.delivery.EditionSent;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.localstack.client.TopicReader;
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

@QuarkusTest
@TestProfile(RefusingRelayTest.WithAPickyRelay.class)
class RefusingRelayTest {

    private final OtherServices others = new OtherServices();

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void whatTheRelayRefusesForGoodIsBouncedAndWhatItPutsOffIsSentLater() {
        String newsletter = others.newNewsletter();
        UUID gone = others.confirm("gone-" + Ids.next() + "@example.com", newsletter);
        UUID later = others.confirm("later-" + Ids.next() + "@example.com", newsletter);
        UUID rude = others.confirm("rude-" + Ids.next() + "@example.com", newsletter);
        UUID welcome = others.confirm("welcome-" + Ids.next() + "@example.com", newsletter);
        Ledger.awaitMembers(newsletter, 4);

        others.publishArticle("To a picky relay", true, newsletter);

        Ledger.awaitEditionSent(newsletter);
        assertThat(delivery(gone)).isEqualTo("BOUNCED after 1: SMTP 550");
        assertThat(delivery(later)).isEqualTo("SENT after 2");
        assertThat(delivery(rude)).isEqualTo("SENT after 2");
        assertThat(delivery(welcome)).isEqualTo("SENT after 1");
        assertThat(editionSent(newsletter))
                .extracting(EditionSent::audience, EditionSent::handedOver, EditionSent::bounced)
                .containsExactly(4L, 3L, 1L);
    }

    @Test
    void aRelayThatHangsUpOnEveryConnectionOnceDelaysMailAndLosesNone() {
        String newsletter = others.newNewsletter();
        int readers = 20;
        IntStream.range(0, readers).forEach(i -> others.confirm("rude-" + Ids.next() + "@example.com", newsletter));
        Ledger.awaitMembers(newsletter, readers);

        others.publishArticle("To a rude relay", true, newsletter);

        await().atMost(Duration.ofMinutes(3)).until(() -> Ledger.deliveries(newsletter, "SENT") == readers);
    }

    @Test
    void aConfirmationMailThatIsRefusedIsClosedAndItsAddressForgotten() {
        SubscriptionCreated signUp = others.signUp("gone-" + Ids.next() + "@example.com", "markets");

        await().until(() -> Ledger.count(
                        "SELECT count(*) FROM reader_mail WHERE id = ? AND state = 'BOUNCED' AND email IS NULL",
                        signUp.subscriptionId())
                == 1);
    }

    private static String delivery(UUID subscriber) {
        return Ledger.string(
                "SELECT state || ' after ' || attempts || coalesce(': ' || failure, '') FROM delivery"
                        + " WHERE subscriber_id = ?",
                subscriber);
    }

    private static EditionSent editionSent(String newsletter) {
        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            return EventJson.decode(
                    EditionSent.class,
                    topic.awaitRecord(record -> TopicReader.text(record).contains(newsletter))
                            .value());
        }
    }

    public static final class WithAPickyRelay implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "broadsheet.relays.main.port",
                    Integer.toString(PickySmtpServer.start()),
                    "broadsheet.hand-over.limit",
                    "3s");
        }
    }
}
