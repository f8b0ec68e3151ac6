package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers change of themselves: the address, and whether they pause. */
@QuarkusTest
class ReaderChangesTest {

    private final OtherServices others = new OtherServices();
    private final Inbox inbox = Inbox.ofTestStack();
    private final String address = "reader-" + Ids.next() + "@example.com";
    private String newsletter;
    private UUID subscriber;

    @BeforeEach
    void aReaderConfirms() {
        newsletter = others.newNewsletter();
        subscriber = others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void whoPausesGetsNoEditionUntilTheyComeBack() {
        String another = others.newNewsletter();
        Instant until = Instant.now().plus(Duration.ofDays(7));
        others.change(subscriber, address, until);
        others.publish(OtherServices.confirmed(subscriber, address, another, Instant.now()));
        Ledger.awaitMembers(another, 1);

        others.publishArticle("In the pause", true, newsletter, another);

        Ledger.awaitEditionSent(newsletter);
        Ledger.awaitEditionSent(another);
        assertThat(Ledger.deliveries(newsletter, "SUPPRESSED")).isEqualTo(1);
        assertThat(Ledger.deliveries(another, "SUPPRESSED")).isEqualTo(1);

        others.change(subscriber, address, null);
        awaitReader("paused_until IS NULL");
        others.publishArticle("After the pause", true, newsletter);

        assertThat(inbox.awaitMailsTo(address, 1))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("After the pause"));
    }

    @Test
    void aPauseEndsByItself() {
        others.change(subscriber, address, Instant.now().minusSeconds(1));
        awaitReader("paused_until IS NOT NULL");

        others.publishArticle("After the pause", true, newsletter);

        assertThat(inbox.awaitMailsTo(address, 1)).hasSize(1);
        Ledger.awaitEditionSent(newsletter);
        assertThat(Ledger.deliveries(newsletter, "SENT")).isEqualTo(1);
    }

    @Test
    void whoMovesGetsEditionsAtTheNewAddressWhateverOldNewsComesLate() {
        String moved = "moved-" + Ids.next() + "@example.com";
        Instant before = Instant.now();
        others.change(subscriber, moved, null);
        UUID late = Ids.next();
        others.publish(new SubscriberChanged(subscriber, address, "en", null, null, before), late);
        UUID later = Ids.next();
        others.publish(OtherServices.confirmed(subscriber, address, newsletter, before), later);
        Ledger.awaitHandled(late);
        Ledger.awaitHandled(later);

        others.publishArticle("To the new address", true, newsletter);

        assertThat(inbox.awaitMailsTo(moved, 1)).hasSize(1);
        assertThat(inbox.messagesTo(address)).isEmpty();
        awaitReader("locale = 'es' AND zone = 'Europe/Madrid'");
    }

    @Test
    void ofSomebodyWhoReadsNothingHereNothingIsKept() {
        UUID stranger = Ids.next();
        String unknown = "stranger-" + Ids.next() + "@example.com";
        UUID change = Ids.next();
        others.publish(new SubscriberChanged(stranger, unknown, "en", null, null, Instant.now()), change);
        Ledger.awaitHandled(change);

        assertThat(Ledger.tablesHolding(stranger.toString(), unknown)).isEmpty();
    }

    private void awaitReader(String condition) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Ledger.count("SELECT count(*) FROM reader WHERE subscriber_id = ? AND " + condition, subscriber)
                                == 1);
    }
}
