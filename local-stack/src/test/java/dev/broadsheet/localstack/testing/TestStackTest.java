package dev.broadsheet.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.MailSender;
import dev.broadsheet.localstack.client.Outage;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.localstack.client.TopicReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestStackTest {

    private static final String TOPIC = "letters";

    @Test
    void aRecordIsReadBackWithItsHeaders() throws Exception {
        try (Producer<String, byte[]> producer = producer();
                TopicReader reader = TopicReader.ofTestStack(TOPIC)) {
            ProducerRecord<String, byte[]> letter = new ProducerRecord<>(TOPIC, "k1", bytes("hello"));
            letter.headers().add("ce_type", bytes("greeting"));
            producer.send(letter).get();

            var read = reader.awaitRecord(event -> event.key().equals("k1"));

            assertThat(TopicReader.text(read)).isEqualTo("hello");
            assertThat(TopicReader.header(read, "ce_type")).contains("greeting");
        }
    }

    @Test
    void transactionsWork() throws Exception {
        try (Producer<String, byte[]> producer = producer("the-only-one")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "kept", bytes("1")));
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "dropped", bytes("2")));
            producer.abortTransaction();
        }
        try (TopicReader reader = TopicReader.ofTestStack(TOPIC)) {
            reader.awaitRecord(event -> event.key().equals("kept"));
            assertThat(reader.records()).noneMatch(event -> event.key().equals("dropped"));
        }
    }

    @Test
    void theDatabaseOfTheModuleIsThereAndAsksForItsPassword() throws Exception {
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        try (Connection connection = DriverManager.getConnection(url, "test", "test")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(refusal(url, "test", "wrong")).contains("28P01");
    }

    @Test
    void aMailIsFoundByItsRecipientWhileOthersAreNot() throws Exception {
        MailSender sender = new MailSender(Integer.getInteger("broadsheet.relays.main.port"));
        sender.send("ada@example.org", "Good morning – Zürich", "Plain text", "<p>Marked up</p>");
        sender.send("ada@example.org.uk", "Another", "Other", "<p>Other</p>");

        Inbox inbox = Inbox.ofTestStack();
        ReceivedMail mail = inbox.awaitMailTo("Ada@example.org");

        assertThat(mail.subject()).isEqualTo("Good morning – Zürich");
        assertThat(mail.text().strip()).isEqualTo("Plain text");
        assertThat(mail.html()).contains("<p>Marked up</p>");
        assertThat(mail.header("list-unsubscribe")).contains("<http://localhost/u/1>");
        assertThat(inbox.messagesTo("ada@example.org")).hasSize(1);
    }

    @Test
    void aRecordSentDuringAnOutageArrivesWhenTheBrokerIsBack() throws Exception {
        try (Producer<String, byte[]> producer = producer();
                TopicReader reader = TopicReader.ofTestStack(TOPIC)) {
            producer.send(new ProducerRecord<>(TOPIC, "before", bytes("1"))).get();
            sentDuringOutage(producer).get();
            assertThat(reader.awaitRecord(event -> event.key().equals("during")))
                    .isNotNull();
            assertThat(reader.records()).anyMatch(event -> event.key().equals("before"));
        }
    }

    @Test
    void thePartsCanBeStoppedAndStartedWhereTheyAreReachable() throws Exception {
        TestStack.current().postgres().stop();
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        assertThat(refusal(url, "test", "test")).contains("08001");
        TestStack.current().postgres().start();
        try (Connection connection = DriverManager.getConnection(url, "test", "test")) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    /** Sending blocks while the client looks for the broker, so it needs a thread of its own. */
    private static CompletableFuture<?> sentDuringOutage(Producer<String, byte[]> producer) throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        try (Outage outage = Outage.ofKafka()) {
            assertThat(outage).isNotNull();
            CompletableFuture<?> sent = CompletableFuture.supplyAsync(() -> {
                sending.countDown();
                return producer.send(new ProducerRecord<>(TOPIC, "during", bytes("2")));
            });
            sending.await();
            return sent;
        }
    }

    private static String refusal(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return "accepted: " + connection;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", System.getProperty("kafka.bootstrap.servers")),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static Producer<String, byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        System.getProperty("kafka.bootstrap.servers"),
                        "transactional.id",
                        transactionalId),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
