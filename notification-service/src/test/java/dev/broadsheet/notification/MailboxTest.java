package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.contracts.delivery.UnsubscribeRequested;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailboxTest {

    @Inject
    ReturnPaths returnPaths;

    private final OtherServices others = new OtherServices();
    private final String newsletter = "newsletter-" + Ids.next();
    private final UUID mail = Ids.next();
    private UUID reader;
    private String path;

    @BeforeEach
    void haveAReader() {
        reader = others.confirm("reader-" + Ids.next() + "@example.com", newsletter);
        Ledger.awaitMembers(newsletter, 1);
        path = returnPaths.of(reader, mail);
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void aMailThatComesBackToItsReturnPathIsPublishedAsABounceOnce() {
        String edition = anEdition();
        path = returnPaths.of(reader, UUID.fromString(edition));
        ReturnMail.deliver(ReturnedMails.likePostfix(path, "5.1.1", "failed"), path);
        ReturnMail.deliver(ReturnedMails.likeGmail(path), path);
        awaitFolder(ReturnMail.HANDLED, path, 2);

        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            MailBounced bounced = decode(topic.awaitRecord(this::isOfReader), MailBounced.class);
            assertThat(bounced.kind()).isEqualTo(MailBounced.Kind.HARD);
            assertThat(bounced.status()).isEqualTo("5.1.1");
            assertThat(bounced.editionId()).hasToString(edition);
        }
        assertThat(published()).hasSize(1);
    }

    @Test
    void aMailboxThatIsFullIsASoftBounce() {
        ReturnMail.deliver(ReturnedMails.likePostfix(path, "5.2.2", "failed"), path);

        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            MailBounced bounced = decode(topic.awaitRecord(this::isOfReader), MailBounced.class);
            assertThat(bounced.kind()).isEqualTo(MailBounced.Kind.SOFT);
            assertThat(bounced.editionId()).isNull();
        }
    }

    @Test
    void aFeedbackLoopsReportIsPublishedAsAComplaint() {
        ReturnMail.deliver(ReturnedMails.complaint(path, "abuse"), "abuse@broadsheet.example");

        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            ConsumerRecord<String, byte[]> record = topic.awaitRecord(this::isOfReader);
            assertThat(decode(record, MailComplained.class).subscriberId()).isEqualTo(reader);
        }
    }

    @Test
    void aMailThatAsksToLeaveIsPublishedWithItsTokenOnceHoweverOftenItIsRead() {
        String token = "token-of-a-mail-" + Ids.next();
        String asked = ReturnedMails.unsubscribe(
                returnPaths.unsubscribeAddress(), "unsubscribe " + token, "<" + Ids.next() + "@example.net>");
        ReturnMail.deliver(asked, returnPaths.unsubscribeAddress());
        ReturnMail.deliver(asked, returnPaths.unsubscribeAddress());
        ReturnMail.deliver(ReturnedMails.automaticReply(path), path);
        awaitFolder(ReturnMail.HANDLED, path, 1);

        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            List<ConsumerRecord<String, byte[]>> requests = topic.awaitRecords(1, record -> holds(record, token));
            UnsubscribeRequested requested = decode(requests.get(0), UnsubscribeRequested.class);
            assertThat(requested.unsubscribeToken()).isEqualTo(token);
            assertThat(topic.records().stream().filter(record -> holds(record, token)))
                    .hasSize(1);
        }
        assertThat(published()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsMovedAsideAndHoldsUpNothing() {
        String poison = "Content-Type: multipart/report; boundary=x; report-type=delivery-status\nTo: " + path
                + "\n\n--x\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n!!!\n--x";
        ReturnMail.deliver(poison, path);
        String forged = path.replace("@", "a@");
        ReturnMail.deliver(ReturnedMails.likePostfix(forged, "5.1.1", "failed"), forged);
        ReturnMail.deliver(ReturnedMails.ordinary(path), path);
        ReturnMail.deliver(ReturnedMails.automaticReply(path), path);

        awaitFolder(ReturnMail.UNCLEAR, "Where is the crossword?", 1);
        awaitFolder(ReturnMail.UNCLEAR, forged, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> ReturnMail.holding("INBOX", path) == 0);
        assertThat(published()).isEmpty();
    }

    @Test
    void whoIsErasedIsNotRememberedAndNotReportedAgain() {
        ReturnMail.deliver(ReturnedMails.likePostfix(path, "5.1.1", "failed"), path);
        awaitFolder(ReturnMail.HANDLED, path, 1);
        assertThat(Ledger.tablesHolding(reader.toString())).contains("mail_report");

        others.erase(reader);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Ledger.tablesHolding(reader.toString()).isEmpty());
        int before = published().size();
        ReturnMail.deliver(ReturnedMails.complaint(path, "abuse"), "abuse@broadsheet.example");
        ReturnMail.deliver(ReturnedMails.automaticReply(path), path);
        awaitFolder(ReturnMail.HANDLED, path, 3);

        assertThat(Ledger.tablesHolding(reader.toString())).isEmpty();
        assertThat(published()).hasSize(before);
    }

    private String anEdition() {
        UUID edition = Ids.next();
        Ledger.execute(
                "INSERT INTO edition (id, newsletter, state, opened_at, closed_at, finished_at)"
                        + " VALUES (CAST(? AS uuid), ?, 'SENT', now(), now(), now())",
                edition.toString(),
                newsletter);
        return edition.toString();
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Ledger.count("SELECT count(*) FROM outbox_event WHERE sent_at IS NULL") == 0);
        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            return topic.records().stream().filter(this::isOfReader).toList();
        }
    }

    private boolean isOfReader(ConsumerRecord<String, byte[]> record) {
        return reader.toString().equals(record.key());
    }

    private static boolean holds(ConsumerRecord<String, byte[]> record, String text) {
        return TopicReader.text(record).contains(text);
    }

    private static <E extends dev.broadsheet.contracts.Event> E decode(
            ConsumerRecord<String, byte[]> record, Class<E> type) {
        assertThat(TopicReader.header(record, "ce_type"))
                .contains(EventType.ofCloudEventsType("dev.broadsheet." + type.getSimpleName())
                        .orElseThrow()
                        .cloudEventsType());
        return EventJson.decode(type, record.value());
    }

    private static void awaitFolder(String folder, String text, long mails) {
        await().atMost(Duration.ofSeconds(30)).until(() -> ReturnMail.holding(folder, text) >= mails);
    }
}
