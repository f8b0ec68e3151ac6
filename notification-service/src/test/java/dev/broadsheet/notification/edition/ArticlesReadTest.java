package dev.broadsheet.notification.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.outbox.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a topic and a group of its own: committed is what the test says. */
class ArticlesReadTest {

    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", System.getProperty("kafka.bootstrap.servers"));

    /** Ahead of the marks of transactions, whose time is the broker's: their times must not lie between these. */
    private static final Instant SLOT =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(600);

    private final String topic = "articles-" + Ids.next();
    private final String group = "group-" + Ids.next();
    private final ArticlesRead articles = new ArticlesRead(KAFKA, topic, group);
    private final Admin admin = Admin.create(KAFKA);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA.get("bootstrap.servers"), "transactional.id", topic),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    @BeforeEach
    void createTopic() throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        producer.initTransactions();
    }

    @AfterEach
    void close() {
        producer.close(Duration.ZERO);
        admin.close();
    }

    @Test
    void aTopicWithoutRecordsIsRead() {
        assertThat(articles.until(SLOT)).isTrue();
    }

    @Test
    void aRecordBeforeTheSlotHasToBeReadFirst() throws Exception {
        publish(0, SLOT.minusMillis(1));

        assertThat(articles.until(SLOT)).isFalse();
        commit(0, 1);
        assertThat(articles.until(SLOT)).isTrue();
    }

    @Test
    void theSecondOfTwoRecordsHasToBeReadToo() throws Exception {
        publish(0, SLOT.minusMillis(2), SLOT.minusMillis(1));
        commit(0, 1);

        assertThat(articles.until(SLOT)).isFalse();
    }

    @Test
    void aRecordOfTheSlotOrLaterNeedNotBeReadYet() throws Exception {
        publish(0, SLOT.minusMillis(1));
        publish(0, SLOT);
        publish(1, SLOT.plusMillis(1));
        commit(0, 1);

        assertThat(articles.until(SLOT)).isTrue();
        assertThat(articles.until(SLOT.plusMillis(1))).isFalse();
    }

    @Test
    void whatWasAbortedIsNotWaitedFor() {
        producer.beginTransaction();
        send(0, SLOT.minusMillis(1));
        producer.flush();
        producer.abortTransaction();

        assertThat(articles.until(SLOT)).isTrue();
    }

    @Test
    void whatIsNotDecidedYetIsWaitedFor() {
        producer.beginTransaction();
        send(1, SLOT.minusMillis(1));
        producer.flush();

        assertThat(articles.until(SLOT)).isFalse();
    }

    @Test
    void withoutKafkaNothingIsKnown() {
        ArticlesRead unreachable = new ArticlesRead(
                Map.of("bootstrap.servers", "localhost:1", "request.timeout.ms", 400, "default.api.timeout.ms", 500),
                topic,
                group);

        assertThat(unreachable.until(SLOT)).isFalse();
    }

    private void publish(int partition, Instant... times) {
        producer.beginTransaction();
        for (Instant time : times) {
            send(partition, time);
        }
        producer.commitTransaction();
    }

    private void send(int partition, Instant time) {
        producer.send(new ProducerRecord<>(topic, partition, time.toEpochMilli(), null, new byte[1]));
    }

    private void commit(int partition, long offset) throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(
                        group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
