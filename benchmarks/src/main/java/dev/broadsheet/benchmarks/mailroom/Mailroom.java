package dev.broadsheet.benchmarks.mailroom;

import dev.broadsheet.benchmarks.newsroom.Ports;
import dev.broadsheet.benchmarks.postgres.Postgres;
import dev.broadsheet.contracts.Event;
import dev.broadsheet.localstack.kafka.BrokerSettings;
import dev.broadsheet.localstack.kafka.KafkaBroker;
import dev.broadsheet.localstack.kafka.TopicList;
import dev.broadsheet.localstack.postgres.PostgresServer;
import dev.broadsheet.localstack.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * All that mail needs, and nothing else: a durable Kafka and PostgreSQL in this process, and notification-service as one or
 * several processes. Where the other services' events are needed, they are told here. The relay is for others to bring:
 * services look for it at {@link #relayPort}.
 */
public final class Mailroom implements AutoCloseable {

    private static final String NOTIFICATION = "notification";
    private static final String SUBSCRIPTION = "subscription";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path root;
    private final Path home;
    private final Ports ports = Ports.free();
    private final KafkaBroker broker;
    private final PostgresServer server;
    private final List<Replica> replicas = new ArrayList<>();
    private final Map<String, String> launch;
    private Announcer announcer;
    private Ledger ledger;

    private Mailroom(Path root, Path home, Map<String, String> launch) {
        this.root = root;
        this.home = home;
        this.launch = launch;
        this.broker = new KafkaBroker(
                new BrokerSettings(home.resolve("data/kafka"), ports.of("KAFKA"), ports.of("KAFKA_CONTROLLER")));
        this.server = new PostgresServer(new PostgresSettings(
                home.resolve("data/postgres"),
                home.resolve("postgres-binaries"),
                home.resolve("logs/postgres.log"),
                ports.of("POSTGRES"),
                true));
    }

    /**
     * Without any service yet.
     *
     * @param root the checkout whose packaged services are used
     * @param launch what a person would set for the launcher, beside folders and ports
     */
    public static Mailroom open(Path root, Path home, Map<String, String> launch) {
        Mailroom mailroom = new Mailroom(root, home, launch);
        try {
            mailroom.broker.start();
            mailroom.broker.ensureTopics(
                    TopicList.read(root.resolve("contracts/src/main/resources/" + TopicList.RESOURCE))
                            .topics());
            mailroom.server.start();
            mailroom.server.ensureDatabase(NOTIFICATION);
            mailroom.server.ensureDatabase(SUBSCRIPTION);
            mailroom.announcer = new Announcer(mailroom.broker.bootstrapServers());
            mailroom.ledger = new Ledger(new Postgres(mailroom.ports.of("POSTGRES"), NOTIFICATION));
            return mailroom;
        } catch (RuntimeException e) {
            // Nobody has it yet who could close it.
            mailroom.close();
            throw e;
        }
    }

    public int relayPort() {
        return ports.of("SMTP");
    }

    public Ledger ledger() {
        return ledger;
    }

    /**
     * Starts one more notification-service. Does not wait for it.
     *
     * @param settings the service's own, as environment variables
     */
    public Replica addSender(Map<String, String> settings) {
        return add(NOTIFICATION, settings);
    }

    /** The service that takes sign-ups. */
    public Replica addSubscriptionService() {
        return add(SUBSCRIPTION, Map.of());
    }

    public void remove(Replica replica) {
        replica.close();
        replicas.remove(replica);
    }

    /** The broker ends orderly and is there again. */
    public void restartKafka() {
        broker.stop();
        broker.start();
    }

    /** Connections are cut, transactions are rolled back, and it is there again. */
    public void restartPostgres() {
        server.stop();
        server.start();
        ledger.postgres().connect();
    }

    /** Makes a newsletter with readers. The readers are rows at once: how they joined is not what is measured here. */
    public void add(Audience audience) {
        tell(List.of(Stories.newsletter(audience.newsletter())));
        ledger.awaitNewsletter(audience.newsletter(), LIMIT);
        ledger.add(audience);
    }

    /** Publishes a breaking article for one newsletter; the edition that it makes. */
    public UUID publish(String newsletter) {
        UUID article = UUID.randomUUID();
        tell(List.of(Stories.breaking(article, newsletter)));
        return ledger.awaitEdition(article, LIMIT);
    }

    public void tell(List<? extends Event> events) {
        announcer.tell(events);
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        if (announcer != null) {
            announcer.close();
        }
        if (ledger != null) {
            ledger.close();
        }
        broker.stop();
        server.stop();
    }

    private Replica add(String service, Map<String, String> settings) {
        String key = service.toUpperCase(Locale.ROOT);
        Map<String, String> variables = new HashMap<>(launch);
        variables.putAll(ports.variables());
        variables.put("BROADSHEET_HOME", home.toString());
        if (!replicas.isEmpty()) {
            Ports own = Ports.free();
            List.of(key, key + "_MANAGEMENT")
                    .forEach(name -> variables.put("BROADSHEET_" + name + "_PORT", Integer.toString(own.of(name))));
        }
        String module = service + "-service";
        Path log = home.resolve("logs/" + module + "-" + (replicas.size() + 1) + ".log");
        Replica replica = new Replica(module, root, log, variables, settings);
        replicas.add(replica);
        replica.start();
        return replica;
    }
}
