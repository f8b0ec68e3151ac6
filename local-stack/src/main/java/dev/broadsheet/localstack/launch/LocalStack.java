package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.StackPart;
import dev.broadsheet.localstack.kafka.BrokerSettings;
import dev.broadsheet.localstack.kafka.KafkaBroker;
import dev.broadsheet.localstack.kafka.TopicList;
import dev.broadsheet.localstack.mail.MailServer;
import dev.broadsheet.localstack.mail.MailSettings;
import dev.broadsheet.localstack.postgres.PostgresServer;
import dev.broadsheet.localstack.postgres.PostgresSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Kafka, PostgreSQL and mail together, durable. */
final class LocalStack {

    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final MailServer mail;
    private final Console console;

    LocalStack(HomeFolder home, StackPorts ports, Console console) {
        this.broker = new KafkaBroker(new BrokerSettings(
                home.data().resolve("kafka"),
                ports.kafka().number(),
                ports.kafkaController().number()));
        this.postgres = new PostgresServer(new PostgresSettings(
                home.postgresData(),
                home.postgresBinaries(),
                home.logs().resolve("postgres.log"),
                ports.postgres().number(),
                true));
        this.mail = new MailServer(new MailSettings(
                ports.smtp().number(), ports.imap().number(), ports.inbox().number(), MailSettings.USUAL_LIMITS));
        this.console = console;
    }

    void start(TopicList topics, List<String> databases) {
        CompletableFuture<Void> kafkaReady = inBackground(broker, () -> broker.ensureTopics(topics.topics()));
        CompletableFuture<Void> postgresReady =
                inBackground(postgres, () -> databases.forEach(postgres::ensureDatabase));
        CompletableFuture<Void> mailReady = inBackground(mail, () -> {});
        try {
            CompletableFuture.allOf(kafkaReady, postgresReady, mailReady).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException known
                    ? known
                    : new StackException("The stack did not start", e.getCause());
        }
    }

    /** Mail first: services are gone by now, and what is left in memory is lost anyway. */
    void stop() {
        mail.stop();
        broker.stop();
        postgres.stop();
    }

    private CompletableFuture<Void> inBackground(StackPart part, Runnable preparation) {
        return CompletableFuture.runAsync(() -> {
            part.start();
            preparation.run();
            console.progress(part.title() + " is ready");
        });
    }
}
