package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.delivery.EditionSent;
import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.Outage;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest {

    private final OtherServices others = new OtherServices();
    private final Inbox inbox = Inbox.ofTestStack();
    private final String staying = "staying-" + Ids.next() + "@example.com";
    private final String address = "reader-" + Ids.next() + "@example.com";
    private String newsletter;
    private UUID subscriber;

    /** The reader's id is the greatest, so that freezing an edition ends with it. */
    @BeforeEach
    void twoReadersGetAnEdition() {
        newsletter = others.newNewsletter();
        others.confirm(staying, newsletter);
        subscriber = others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 2);
        others.publishArticle("Before", true, newsletter);
        Ledger.awaitEditionSent(newsletter);
        assertThat(tablesThatKnowTheReader()).contains("audience_member", "delivery", "reader");
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void whoIsErasedLeavesNoTraceAndGetsNothingThatWaitedForTheRelay() {
        String second = others.newNewsletter();
        String wanted = "moved-" + Ids.next() + "@example.com";
        UUID stayingOn = Ids.next();
        others.publish(OtherServices.confirmed(stayingOn, staying, second, Instant.now()));
        others.publish(OtherServices.confirmed(subscriber, address, second, Instant.now()));
        Ledger.awaitMembers(second, 2);
        try (Outage outage = Outage.ofMail()) {
            others.publishArticle("Waits", true, second);
            others.askForPreferences(subscriber, address, "en", Instant.now().plus(Duration.ofDays(1)));
            others.askToMove(subscriber, address, wanted, "en");
            Ledger.awaitPutOff(second);
            await().atMost(Duration.ofSeconds(30)).until(() -> mailsPutOff() == 3);
            assertThat(tablesThatKnowTheReader()).contains("reader_mail");

            others.erase(subscriber);
            awaitNoTrace();
            assertThat(Ledger.tablesHolding(wanted)).isEmpty();
        }

        inbox.awaitMailTo(staying, mail -> mail.subject().equals("Waits"));
        EditionSent sent = awaitEditionSent(second);
        assertThat(sent.audience()).isEqualTo(2);
        assertThat(sent.handedOver()).isEqualTo(1);
        assertThat(sent.suppressed()).isEqualTo(1);
        assertThat(Ledger.deliveries(newsletter, "SENT")).isEqualTo(2);
        assertThat(inbox.messagesTo(address))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Before"));
        assertThat(inbox.messagesTo(wanted)).isEmpty();
    }

    @Test
    void whatIsUnderWayKeepsTheNameUntilItIsFinal() {
        // As a sender in the middle of its hand-over leaves it; the lease ends when this test says so.
        Ledger.execute("UPDATE edition SET state = 'SENDING' WHERE newsletter = ?", newsletter);
        Ledger.execute("UPDATE delivery SET state = 'PENDING' WHERE subscriber_id = ?", subscriber);
        Ledger.execute(
                "UPDATE delivery_batch SET state = 'TAKEN', owner = ?, due_at = now() + interval '1 hour',"
                        + " under_way = ARRAY[?] WHERE id = (SELECT batch_id FROM delivery WHERE subscriber_id = ?)",
                Ids.next(),
                subscriber,
                subscriber);
        UUID erasure = Ids.next();
        others.publish(new SubscriberErased(subscriber, Instant.now()), erasure);
        Ledger.awaitHandled(erasure);
        await().until(() ->
                Ledger.count("SELECT count(*) FROM erasure WHERE subscriber_id = ? AND due_at > now()", subscriber)
                        == 1);
        assertThat(tablesThatKnowTheReader()).containsExactly("delivery", "delivery_batch", "erasure");

        Ledger.execute(
                "UPDATE delivery_batch SET due_at = now()"
                        + " WHERE id = (SELECT batch_id FROM delivery WHERE subscriber_id = ?)",
                subscriber);

        awaitNoTrace();
        Ledger.awaitEditionSent(newsletter);
        assertThat(Ledger.deliveries(newsletter, "SENT")).isEqualTo(1);
        assertThat(Ledger.deliveries(newsletter, "SUPPRESSED")).isEqualTo(1);
        assertThat(inbox.messagesTo(address)).hasSize(1);
    }

    @Test
    void whoIsErasedWhileAnAudienceIsBeingFrozenIsTakenOutOfItToo() throws SQLException {
        String second = others.newNewsletter();
        UUID edition = Ids.next();
        UUID batch = Ids.next();
        Ledger.execute(
                "INSERT INTO edition (id, newsletter, state, opened_at, closed_at, audience)"
                        + " VALUES (?, ?, 'SENDING', now(), now(), 1)",
                edition,
                second);
        Ledger.execute(
                "INSERT INTO delivery_batch (id, edition_id, state, due_at)"
                        + " VALUES (?, ?, 'WAITING', now() + interval '1 hour')",
                batch,
                edition);
        try (Connection freezer = Ledger.connect();
                PreparedStatement lock = freezer.prepareStatement("SELECT FROM edition WHERE id = ? FOR UPDATE");
                PreparedStatement add =
                        freezer.prepareStatement("INSERT INTO delivery (edition_id, subscriber_id, batch_id, state)"
                                + " SELECT ?, subscriber_id, ?, 'PENDING' FROM reader WHERE subscriber_id = ?")) {
            freezer.setAutoCommit(false);
            lock.setObject(1, edition);
            lock.executeQuery();
            others.erase(subscriber);
            await().until(() -> Ledger.count("SELECT count(*) FROM pg_locks"
                            + " WHERE relation = 'edition'::regclass AND mode = 'ExclusiveLock' AND NOT granted")
                    == 1);
            add.setObject(1, edition);
            add.setObject(2, batch);
            add.setObject(3, subscriber);
            assertThat(add.executeUpdate()).isEqualTo(1);
            freezer.commit();
        }

        awaitNoTrace();
        Ledger.awaitEditionSent(second);
        assertThat(Ledger.deliveries(second, "SUPPRESSED")).isEqualTo(1);
    }

    @Test
    void anErasureThatIsRepeatedOrComesFirstOrIsFollowedByOldNewsChangesNothingMore() {
        UUID stranger = Ids.next();
        others.erase(subscriber);
        awaitNoTrace();
        UUID again = Ids.next();
        others.publish(new SubscriberErased(subscriber, Instant.now()), again);
        UUID late = Ids.next();
        others.publish(new SubscriberChanged(subscriber, address, "en", null, null, Instant.now()), late);
        others.cancel(subscriber, newsletter);
        UUID unknown = Ids.next();
        others.publish(new SubscriberErased(stranger, Instant.now()), unknown);
        Ledger.awaitHandled(again);
        Ledger.awaitHandled(late);
        Ledger.awaitHandled(unknown);

        awaitNoTrace();
        await().until(() -> Ledger.tablesHolding(stranger.toString()).isEmpty());
        assertThat(Ledger.deliveries(newsletter, "SENT")).isEqualTo(2);
        assertThat(Ledger.count("SELECT count(*) FROM audience_member WHERE newsletter = ?", newsletter))
                .isEqualTo(1);
        assertThat(new DeadLetters("subscriptions").ofKey(subscriber.toString()))
                .isZero();
    }

    private void awaitNoTrace() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tablesThatKnowTheReader().isEmpty());
    }

    private List<String> tablesThatKnowTheReader() {
        return Ledger.tablesHolding(subscriber.toString(), address);
    }

    private long mailsPutOff() {
        return Ledger.count(
                "SELECT count(*) FROM reader_mail WHERE subscriber_id = ?"
                        + " AND (state = 'RETRY' OR (state = 'PENDING' AND due_at > now()))",
                subscriber);
    }

    private static EditionSent awaitEditionSent(String newsletter) {
        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            return EventJson.decode(
                    EditionSent.class,
                    topic.awaitRecord(record -> TopicReader.text(record).contains(newsletter))
                            .value());
        }
    }
}
