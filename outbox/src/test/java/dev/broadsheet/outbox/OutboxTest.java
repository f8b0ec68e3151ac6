package dev.broadsheet.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.localstack.client.TopicReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Test
    void aCommittedEventIsOnTheTopic() {
        UUID subscriber = Ids.next();

        QuarkusTransaction.requiringNew().run(() -> outbox.append(cancelled(subscriber, "committed")));

        try (TopicReader topic = TopicReader.ofTestStack(Topics.SUBSCRIPTIONS)) {
            assertThat(topic.awaitRecord(record -> record.key().equals(subscriber.toString())))
                    .isNotNull();
        }
    }

    @Test
    void manyEventsAreOnTheTopicInTheirOrder() {
        UUID subscriber = Ids.next();
        List<String> words = IntStream.range(0, 300).mapToObj(i -> "word-" + i).toList();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(
                        words.stream().map(word -> cancelled(subscriber, word)).toList()));

        try (TopicReader topic = TopicReader.ofTestStack(Topics.SUBSCRIPTIONS)) {
            topic.awaitRecord(record -> isOf(subscriber, record) && text(record).contains("word-299"));
            assertThat(topic.records())
                    .filteredOn(record -> isOf(subscriber, record))
                    .extracting(record -> EventJson.decode(SubscriptionCancelled.class, record.value())
                            .newsletters()
                            .get(0))
                    .containsExactlyElementsOf(words);
        }
    }

    @Test
    void whatIsForgottenIsDeletedAndWhatIsAppendedAfterItIsSent() {
        UUID subscriber = Ids.next();

        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(cancelled(subscriber, "before"));
            outbox.forget(subscriber.toString());
            outbox.append(cancelled(subscriber, "after"));
        });

        try (TopicReader topic = TopicReader.ofTestStack(Topics.SUBSCRIPTIONS)) {
            topic.awaitRecord(record -> isOf(subscriber, record) && text(record).contains("after"));
            assertThat(topic.records())
                    .filteredOn(record -> isOf(subscriber, record))
                    .hasSize(1);
        }
    }

    @Test
    void forgettingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.forget(Ids.next().toString())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append(cancelled(Ids.next(), "markets")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEventThatNoTopicWouldTakeUndoesTheChange() {
        SubscriptionCancelled tooLarge = new SubscriptionCancelled(
                Ids.next(),
                Collections.nCopies(100_000, "markets-newsletter"),
                SubscriptionCancelled.Reason.ONE_CLICK,
                Instant.now());

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(tooLarge)))
                .isInstanceOf(EventTooLargeException.class);
    }

    @Test
    void theBacklogAndTheRelayAreMeasured() {
        String metrics = RestAssured.get("/q/metrics").asString();

        assertThat(metrics)
                .contains(
                        "broadsheet_outbox_rows_waiting",
                        "broadsheet_outbox_backlog_age_seconds",
                        "broadsheet_outbox_relay_active",
                        "broadsheet_outbox_events_published_total");
    }

    private static boolean isOf(UUID subscriber, ConsumerRecord<String, byte[]> record) {
        return record.key().equals(subscriber.toString());
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static SubscriptionCancelled cancelled(UUID subscriber, String newsletter) {
        return new SubscriptionCancelled(
                subscriber, List.of(newsletter), SubscriptionCancelled.Reason.ONE_CLICK, Instant.now());
    }
}
