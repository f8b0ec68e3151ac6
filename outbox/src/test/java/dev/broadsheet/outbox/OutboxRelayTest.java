package dev.broadsheet.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventSchemas;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.localstack.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private final OutboxDatabase database = OutboxDatabase.migrated();
    private final UUID subscriber = Ids.next();
    private final String source = "/outbox-test-" + subscriber;
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private TopicReader topic;

    @BeforeEach
    void readTheTopic() {
        topic = TopicReader.ofTestStack(Topics.SUBSCRIPTIONS);
    }

    @AfterEach
    void stopEverything() {
        relays.forEach(OutboxRelay::stop);
        processes.forEach(Process::destroyForcibly);
        topic.close();
    }

    @Test
    void anEventSurvivesTheProcessDyingBetweenCommitAndSend() throws Exception {
        Process writer = RelayProcess.javaProcess(WriterThatDies.class, subscriber.toString());
        assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).isEqualTo(WriterThatDies.EXIT_CODE);
        assertThat(database.waiting()).isEqualTo(1);

        startRelay();

        assertThat(awaitWords(1)).containsExactly("committed");
    }

    @Test
    void nothingIsSentForAChangeThatWasRolledBack() throws Exception {
        startRelay();
        try (Connection connection = database.begin()) {
            database.append(connection, subscriber, "rolled-back");
            connection.rollback();
        }
        database.appendCommitted(subscriber, "committed-later");

        assertThat(awaitWords(1)).containsExactly("committed-later");
    }

    @Test
    void aChangeThatCommitsLateIsNotPassedOver() throws Exception {
        startRelay();
        UUID other = Ids.next();
        try (Connection slow = database.begin()) {
            database.append(slow, subscriber, "slow");
            database.appendCommitted(other, "quick");
            assertThat(topic.awaitRecord(record -> record.key().equals(other.toString())))
                    .isNotNull();
            slow.commit();
        }

        assertThat(awaitWords(1)).containsExactly("slow");
    }

    @Test
    void aRecordIsACloudEventThatItsSchemaAccepts() {
        startRelay();
        database.appendCommitted(subscriber, "markets");

        ConsumerRecord<String, byte[]> record = topic.awaitRecord(this::isOurs);

        EventSchemas.assertValidCloudEvent(headers(record), record.value());
        assertThat(headers(record))
                .containsEntry("ce_source", source)
                .containsEntry("ce_subject", record.key())
                .containsEntry("ce_type", "dev.broadsheet.SubscriptionCancelled");
    }

    @Test
    void twoRelaysNeverSendOutOfOrderHoweverOftenTheLeadIsCut() {
        startRelay();
        startRelay();
        int events = 400;
        for (int i = 0; i < events; i++) {
            database.appendCommitted(subscriber, "event-" + i);
            if (i % 80 == 40) {
                database.cutTheLead();
            }
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> database.waiting() == 0);

        assertThat(firstSeen(topic.records())).containsExactlyElementsOf(words(events));
        assertThat(relays.stream().filter(OutboxRelay::isActive)).hasSize(1);
    }

    @Test
    void aRelayThatIsKilledLosesNothingAndAnotherGoesOnInOrder() throws Exception {
        int events = 600;
        Process first = startRelayProcess();
        for (int i = 0; i < events / 2; i++) {
            database.appendCommitted(subscriber, "event-" + i);
        }
        assertThat(topic.awaitRecords(10, this::isOurs)).isNotEmpty();
        first.destroyForcibly().waitFor();
        startRelayProcess();
        for (int i = events / 2; i < events; i++) {
            database.appendCommitted(subscriber, "event-" + i);
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> database.waiting() == 0);

        assertThat(firstSeen(topic.records())).containsExactlyElementsOf(words(events));
    }

    @Test
    void anEventThatIsSentTwiceIsTheSameEvent() {
        startRelay();
        database.appendCommitted(subscriber, "once");
        ConsumerRecord<String, byte[]> first = topic.awaitRecord(this::isOurs);
        await().until(() -> database.waiting() == 0);

        database.execute("UPDATE outbox_event SET sent_at = NULL WHERE record_key = '" + subscriber + "'");

        List<ConsumerRecord<String, byte[]>> both = topic.awaitRecords(2, this::isOurs);
        assertThat(headers(both.get(1))).isEqualTo(headers(first));
        assertThat(both.get(1).value()).isEqualTo(first.value());
    }

    @Test
    void aBrokerThatIsDownForAWhileLosesNothing() {
        startRelay();
        database.appendCommitted(subscriber, "before");
        assertThat(awaitWords(1)).containsExactly("before");

        TestStack.current().broker().stop();
        database.appendCommitted(subscriber, "meanwhile");
        assertThat(database.waiting()).isEqualTo(1);
        TestStack.current().broker().start();
        database.appendCommitted(subscriber, "after");

        assertThat(awaitWords(3)).containsExactly("before", "meanwhile", "after");
    }

    @Test
    void rowsThatWereSentLongAgoAreDeletedAndUnsentOnesAreKept() {
        database.appendCommitted(subscriber, "old");
        database.execute("UPDATE outbox_event SET sent_at = now() - interval '2 days'");

        startRelay();

        await().until(() -> database.count("SELECT count(*) FROM outbox_event") == 0);
    }

    private void startRelay() {
        OutboxRelay relay = database.relay(source);
        relays.add(relay);
        relay.start();
    }

    private Process startRelayProcess() {
        Process process = RelayProcess.start(source);
        processes.add(process);
        return process;
    }

    /** What the subscriber's events say, as soon as there are so many different ones. */
    private List<String> awaitWords(int atLeast) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> firstSeen(topic.records()).size() >= atLeast);
        await().atMost(Duration.ofSeconds(60)).until(() -> database.waiting() == 0);
        return firstSeen(topic.records());
    }

    /** The words in the order in which a reader who skips repeated event ids sees them. */
    private List<String> firstSeen(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(this::isOurs)
                .collect(Collectors.toMap(
                        record -> headers(record).get("ce_id"), this::word, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private String word(ConsumerRecord<String, byte[]> record) {
        return EventJson.decode(SubscriptionCancelled.class, record.value())
                .newsletters()
                .get(0);
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return record.key().equals(subscriber.toString());
    }

    private static List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "event-" + i).toList();
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }
}
