package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventSchemas;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.delivery.EditionSent;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.Outage;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreakingEditionTest {

    private final OtherServices others = new OtherServices();
    private final Inbox inbox = Inbox.ofTestStack();
    private String newsletter;

    @BeforeEach
    void foundANewsletter() {
        newsletter = others.newNewsletter();
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void whoHasConfirmedGetsTheArticle() {
        String address = address();
        UUID subscriber = others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);

        ArticlePublished article = others.publishArticle("Rates <fall> & \"rise\"", true, newsletter);

        ReceivedMail mail = inbox.awaitMailTo(address);
        String wayOut = "http://localhost:8080/api/v1/unsubscribe/unsubscribe-" + subscriber;
        assertThat(mail.subject()).isEqualTo(article.headline());
        assertThat(mail.summary().from().name()).isEqualTo("Broadsheet, \"News\"");
        assertThat(mail.summary().from().address()).isEqualTo(newsletter + "@broadsheet.example");
        assertThat(mail.header("List-Unsubscribe"))
                .hasValueSatisfying(value -> assertThat(value)
                        .startsWith("<" + wayOut + ">,")
                        .endsWith("<mailto:unsubscribe@broadsheet.example?subject=unsubscribe-" + subscriber + ">"));
        assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Id")).contains("<" + newsletter + ".broadsheet.example>");
        assertThat(mail.text())
                .contains(article.headline(), article.url(), wayOut, "Why it matters: It is bold", "- First");
        assertThat(mail.html())
                .contains(
                        "Rates &lt;fall&gt; &amp; &quot;rise&quot;",
                        "<strong>Why it matters:</strong> It is <strong>bold</strong>, &lt;b&gt;not HTML&lt;/b&gt;",
                        "All about &lt;it&gt; &amp; more")
                .doesNotContain("javascript:");
    }

    @Test
    void whoHasLeftOrNotConfirmedOrAskedForAnotherGetsNothing() {
        String stays = address();
        String left = address();
        String unconfirmed = address();
        String elsewhere = address();
        others.confirm(stays, newsletter);
        UUID leaver = others.confirm(left, newsletter);
        others.cancel(leaver, newsletter);
        others.signUp(unconfirmed, newsletter);
        others.confirm(elsewhere, others.newNewsletter());
        inbox.awaitMailTo(unconfirmed, mail -> mail.subject().startsWith("Please confirm"));
        Ledger.awaitMembers(newsletter, 1);

        others.publishArticle("For those who stay", true, newsletter);

        inbox.awaitMailTo(stays);
        Ledger.awaitEditionSent(newsletter);
        assertThat(inbox.messagesTo(left)).noneMatch(mail -> mail.subject().equals("For those who stay"));
        assertThat(inbox.messagesTo(elsewhere)).isEmpty();
        assertThat(inbox.messagesTo(unconfirmed)).hasSize(1);
    }

    @Test
    void aRepeatedArticleIsOneMailToEachReader() {
        String address = address();
        others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);
        ArticlePublished article = OtherServices.article("Once", true, newsletter, newsletter);
        UUID eventId = Ids.next();

        others.publish(article, eventId);
        others.publish(article, eventId);
        others.publish(article);
        others.publishArticle("Afterwards", true, newsletter);

        inbox.awaitMailTo(address, mail -> mail.subject().equals("Afterwards"));
        assertThat(inbox.messagesTo(address)).hasSize(2);
    }

    /** Another event than the first, at another time: what makes it the same edition is the article. */
    @Test
    void anArticleThatIsPublishedAgainAfterARetractionIsNotMailedAgain() {
        String address = address();
        others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);
        ArticlePublished article = others.publishArticle("Withdrawn and restored", true, newsletter);
        inbox.awaitMailTo(address);
        Ledger.awaitEditionSent(newsletter);

        others.publish(OtherServices.retracted(article));
        UUID again = Ids.next();
        others.publish(OtherServices.again(article), again);
        Ledger.awaitHandled(again);
        others.publishArticle("Afterwards", true, newsletter);

        inbox.awaitMailTo(address, mail -> mail.subject().equals("Afterwards"));
        assertThat(inbox.messagesTo(address)).hasSize(2);
        assertThat(editionsOf(article)).isEqualTo(1);
    }

    @Test
    void anEditOrARetractionDoesNotReachWhatWentOut() {
        String address = address();
        others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);
        ArticlePublished article = others.publishArticle("As it was", true, newsletter);
        inbox.awaitMailTo(address);
        Ledger.awaitEditionSent(newsletter);
        String sent = contentOf(article);
        UUID edit = Ids.next();
        UUID retraction = Ids.next();

        others.publish(OtherServices.updated(article), edit);
        others.publish(OtherServices.retracted(article), retraction);
        Ledger.awaitHandled(edit);
        Ledger.awaitHandled(retraction);
        others.publishArticle("Afterwards", true, newsletter);

        inbox.awaitMailTo(address, mail -> mail.subject().equals("Afterwards"));
        assertThat(inbox.messagesTo(address)).hasSize(2);
        assertThat(editionsOf(article)).isEqualTo(1);
        assertThat(contentOf(article)).isEqualTo(sent);
        assertThat(new DeadLetters("articles").ofKey(article.aggregateId())).isZero();
    }

    @Test
    void anEditOrARetractionOfAnUnknownArticleMailsNothing() {
        ArticlePublished neverSeen = OtherServices.article("Never seen", true, newsletter);
        UUID edit = Ids.next();
        UUID retraction = Ids.next();

        others.publish(OtherServices.updated(neverSeen), edit);
        others.publish(OtherServices.retracted(neverSeen), retraction);
        Ledger.awaitHandled(edit);
        Ledger.awaitHandled(retraction);

        assertThat(editionsOf(neverSeen)).isZero();
        assertThat(new DeadLetters("articles").ofKey(neverSeen.aggregateId())).isZero();
    }

    @Test
    void anArticleThatIsNotBreakingWaitsForItsDigest() {
        String address = address();
        others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);

        others.publishArticle("No hurry", false, newsletter);
        others.publishArticle("Breaking", true, newsletter);

        inbox.awaitMailTo(address, mail -> mail.subject().equals("Breaking"));
        assertThat(inbox.messagesTo(address)).hasSize(1);
    }

    @Test
    void anAudienceOfSeveralBatchesGetsOneMailEachAndTheWorldHearsOfIt() {
        int readers = 620;
        String run = Ids.next().toString();
        IntStream.range(0, readers)
                .forEach(i -> others.confirm("reader-" + i + "-" + run + "@example.com", newsletter));
        Ledger.awaitMembers(newsletter, readers);

        ArticlePublished article = others.publishArticle("To all", true, newsletter);

        Ledger.awaitEditionSent(newsletter);
        assertThat(Ledger.deliveries(newsletter, "SENT")).isEqualTo(readers);
        assertThat(IntStream.range(0, readers))
                .allSatisfy(i -> assertThat(inbox.messagesTo("reader-" + i + "-" + run + "@example.com"))
                        .hasSize(1));
        EditionSent sent = awaitEditionSent(newsletter);
        assertThat(sent.audience()).isEqualTo(readers);
        assertThat(sent.handedOver()).isEqualTo(readers);
        assertThat(sent.articles()).containsExactly(article.articleId());
    }

    @Test
    void anEditionWithoutReadersIsFinishedToo() {
        others.publishArticle("To nobody", true, newsletter);

        assertThat(awaitEditionSent(newsletter).audience()).isZero();
    }

    @Test
    void aReaderWhoConfirmedBeforeTheEditionClosedGetsItEvenIfTheNewsOfItComesLater() {
        ArticlePublished article = others.publishArticle("Just in time", true, newsletter);
        Ledger.awaitEditionSent(newsletter);
        String inTime = address();
        String tooLate = address();

        others.publish(OtherServices.confirmed(
                Ids.next(), tooLate, newsletter, article.publishedAt().plusSeconds(1)));
        others.publish(OtherServices.confirmed(
                Ids.next(), inTime, newsletter, article.publishedAt().minusSeconds(1)));

        assertThat(inbox.awaitMailsTo(inTime, 1)).hasSize(1);
        Ledger.awaitMembers(newsletter, 2);
        assertThat(inbox.messagesTo(tooLate)).isEmpty();
    }

    @Test
    void aRelayThatIsDownDelaysTheEditionAndLosesNothing() {
        String address = address();
        others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);

        try (Outage outage = Outage.ofMail()) {
            others.publishArticle("Delayed", true, newsletter);
            Ledger.awaitPutOff(newsletter);
        }

        assertThat(inbox.awaitMailsTo(address, 1)).hasSize(1);
        Ledger.awaitEditionSent(newsletter);
    }

    @Test
    void aDatabaseThatIsDownInTheMiddleOfAnEditionDelaysItAndLosesAndRepeatsNothing() {
        int readers = 400;
        String run = Ids.next().toString();
        IntStream.range(0, readers)
                .forEach(i -> others.confirm("reader-" + i + "-" + run + "@example.com", newsletter));
        Ledger.awaitMembers(newsletter, readers);

        others.publishArticle("Interrupted by the database", true, newsletter);
        await().pollInterval(Duration.ofMillis(5)).until(() -> Ledger.deliveries(newsletter, "SENT") > 0);
        try (Outage outage = Outage.ofPostgres()) {
            assertThat(outage).isNotNull();
        }

        Ledger.awaitEditionSent(newsletter);
        assertThat(Ledger.deliveries(newsletter, "SENT")).isEqualTo(readers);
        assertThat(IntStream.range(0, readers))
                .allSatisfy(i -> assertThat(inbox.messagesTo("reader-" + i + "-" + run + "@example.com"))
                        .hasSize(1));
    }

    @Test
    void anOrderThatGotLostIsGivenAgain() {
        String address = address();
        UUID subscriber = others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);
        others.publishArticle("Ordered twice", true, newsletter);
        inbox.awaitMailTo(address);
        Ledger.awaitEditionSent(newsletter);

        // As a lost order leaves it, long after: nobody has taken the batch.
        Ledger.execute("UPDATE edition SET state = 'SENDING' WHERE newsletter = ?", newsletter);
        Ledger.execute("UPDATE delivery SET state = 'PENDING' WHERE subscriber_id = ?", subscriber);
        Ledger.execute(
                "UPDATE delivery_batch SET state = 'ORDERED', due_at = now()"
                        + " WHERE id = (SELECT batch_id FROM delivery WHERE subscriber_id = ?)",
                subscriber);

        assertThat(inbox.awaitMailsTo(address, 2)).hasSize(2);
        Ledger.awaitEditionSent(newsletter);
    }

    @Test
    void whatADeadSenderLeftIsSentAgainAsTheSameMail() {
        String address = address();
        UUID subscriber = others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);
        others.publishArticle("Interrupted", true, newsletter);
        ReceivedMail first = inbox.awaitMailTo(address);
        Ledger.awaitEditionSent(newsletter);

        // As the sender's death right after the hand-over leaves it: row in flight, batch taken, lease run out.
        Ledger.execute("UPDATE edition SET state = 'SENDING' WHERE newsletter = ?", newsletter);
        Ledger.execute(
                "UPDATE delivery SET state = 'PENDING', handed_over_at = NULL WHERE subscriber_id = ?", subscriber);
        Ledger.execute(
                "UPDATE delivery_batch SET state = 'TAKEN', owner = ?, due_at = now(), under_way = ARRAY[?]"
                        + " WHERE id = (SELECT batch_id FROM delivery WHERE subscriber_id = ?)",
                Ids.next(),
                subscriber,
                subscriber);

        assertThat(inbox.awaitMailsTo(address, 2))
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(mail.messageId()).isEqualTo(first.summary().messageId()));
        Ledger.awaitEditionSent(newsletter);
    }

    @Test
    void aReaderWhoLeavesWhileTheRelayIsDownIsSuppressed() {
        String address = address();
        UUID subscriber = others.confirm(address, newsletter);
        Ledger.awaitMembers(newsletter, 1);

        try (Outage outage = Outage.ofMail()) {
            others.publishArticle("Too late to leave?", true, newsletter);
            Ledger.awaitPutOff(newsletter);
            others.cancel(subscriber, newsletter);
            Ledger.awaitMembers(newsletter, 0);
        }

        Ledger.awaitEditionSent(newsletter);
        assertThat(Ledger.deliveries(newsletter, "SUPPRESSED")).isEqualTo(1);
        assertThat(inbox.messagesTo(address)).noneMatch(mail -> mail.subject().equals("Too late to leave?"));
    }

    private static long editionsOf(ArticlePublished article) {
        return Ledger.count("SELECT count(*) FROM edition WHERE article = ?", article.articleId());
    }

    /** As every reader of its edition gets it. */
    private static String contentOf(ArticlePublished article) {
        return Ledger.string("SELECT content FROM edition_article WHERE article_id = ?", article.articleId());
    }

    private static EditionSent awaitEditionSent(String newsletter) {
        try (TopicReader topic = TopicReader.ofTestStack(Topics.DELIVERIES)) {
            ConsumerRecord<String, byte[]> record =
                    topic.awaitRecord(candidate -> TopicReader.text(candidate).contains(newsletter));
            EventSchemas.assertValid(EventType.EDITION_SENT, record.value());
            return EventJson.decode(EditionSent.class, record.value());
        }
    }

    private static String address() {
        return "reader-" + Ids.next() + "@example.com";
    }
}
