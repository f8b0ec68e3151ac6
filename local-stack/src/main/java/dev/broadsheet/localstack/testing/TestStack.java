package dev.broadsheet.localstack.testing;

import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.StackPart;
import dev.broadsheet.localstack.client.StackProperties;
import dev.broadsheet.localstack.kafka.BrokerSettings;
import dev.broadsheet.localstack.kafka.KafkaBroker;
import dev.broadsheet.localstack.kafka.TopicList;
import dev.broadsheet.localstack.keys.SigningKeys;
import dev.broadsheet.localstack.mail.MailServer;
import dev.broadsheet.localstack.mail.MailSettings;
import dev.broadsheet.localstack.postgres.PostgresServer;
import dev.broadsheet.localstack.postgres.PostgresSettings;
import dev.broadsheet.localstack.testing.TestStackSettings.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The stack of a test JVM: real servers on random ports, fast instead of durable, gone with the JVM. Plain JUnit tests reach
 * it by {@link #current()}; those that Quarkus loads find everything in system properties.
 */
public final class TestStack {

    public static final String ISSUER = "https://broadsheet.local/issuer";

    private static final String POSTGRES_FOLDER = "postgres";

    private static TestStack current;

    private final TemporaryFolder folder = TemporaryFolder.create();
    private final FreePorts ports = new FreePorts();
    private final Map<Part, StackPart> parts = new EnumMap<>(Part.class);
    private final Map<String, String> properties = new TreeMap<>();
    private final Thread lastResort = new Thread(this::close, "test-stack-closer");
    private ControlServer control;

    private TestStack() {}

    /** The stack of this JVM, for tests that are not loaded by Quarkus. */
    public static synchronized TestStack current() {
        if (current == null) {
            throw new IllegalStateException("No test stack here: there is no local-stack.properties on the class path,"
                    + " or this class was loaded by Quarkus, where only system properties reach (see Outage)");
        }
        return current;
    }

    static synchronized void open(TestStackSettings settings) {
        if (current == null) {
            removeAbandoned();
            TestStack stack = new TestStack();
            stack.start(settings);
            current = stack;
        }
    }

    static synchronized void closeIfOpen() {
        if (current != null) {
            Runtime.getRuntime().removeShutdownHook(current.lastResort);
            current.close();
            current = null;
        }
    }

    /** A test JVM that was killed could not stop its PostgreSQL. */
    private static void removeAbandoned() {
        for (TemporaryFolder abandoned : TemporaryFolder.abandoned()) {
            PostgresServer.stopOrphan(abandoned.path().resolve(POSTGRES_FOLDER));
            abandoned.delete();
        }
    }

    public KafkaBroker broker() {
        return part(Part.KAFKA, KafkaBroker.class);
    }

    public PostgresServer postgres() {
        return part(Part.POSTGRES, PostgresServer.class);
    }

    public MailServer mail() {
        return part(Part.MAIL, MailServer.class);
    }

    /** What the stack told the tests, by name. */
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    private <T extends StackPart> T part(Part part, Class<T> type) {
        if (!parts.containsKey(part)) {
            throw new IllegalStateException("local-stack.properties has switched off " + part);
        }
        return type.cast(parts.get(part));
    }

    private void start(TestStackSettings settings) {
        // A run that is aborted closes no session, and PostgreSQL would outlive it.
        Runtime.getRuntime().addShutdownHook(lastResort);
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        if (settings.parts().contains(Part.KAFKA)) {
            starts.add(CompletableFuture.runAsync(startKafka()));
        }
        if (settings.parts().contains(Part.POSTGRES)) {
            starts.add(CompletableFuture.runAsync(startPostgres(settings.database())));
        }
        if (settings.parts().contains(Part.MAIL)) {
            starts.add(CompletableFuture.runAsync(startMail()));
        }
        prepareTokens();
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (RuntimeException e) {
            throw new StackException("The test stack did not start", e);
        }
        control = ControlServer.start(parts);
        properties.put(StackProperties.CONTROL_URL, control.url());
        properties.forEach(System::setProperty);
    }

    private Runnable startKafka() {
        KafkaBroker broker =
                new KafkaBroker(new BrokerSettings(folder.path().resolve("kafka"), ports.next(), ports.next()));
        parts.put(Part.KAFKA, broker);
        properties.put(StackProperties.BOOTSTRAP_SERVERS, broker.bootstrapServers());
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return () -> {
            broker.start();
            broker.ensureTopics(TopicList.ofClassPath(loader).topics());
        };
    }

    private Runnable startPostgres(String database) {
        PostgresServer server = new PostgresServer(new PostgresSettings(
                folder.path().resolve(POSTGRES_FOLDER),
                binariesFolder(),
                folder.path().resolve("postgres.log"),
                ports.next(),
                false));
        parts.put(Part.POSTGRES, server);
        properties.put(StackProperties.JDBC_URL, server.jdbcUrl(database));
        properties.put(StackProperties.JDBC_USERNAME, database);
        properties.put(StackProperties.JDBC_PASSWORD, database);
        return () -> {
            server.start();
            server.ensureDatabase(database);
        };
    }

    private Runnable startMail() {
        MailServer server =
                new MailServer(new MailSettings(ports.next(), ports.next(), ports.next(), MailSettings.USUAL_LIMITS));
        parts.put(Part.MAIL, server);
        properties.put(StackProperties.RELAY_HOST, "localhost");
        properties.put(StackProperties.RELAY_PORT, Integer.toString(server.smtpPort()));
        properties.put(StackProperties.IMAP_PORT, Integer.toString(server.imapPort()));
        properties.put(StackProperties.INBOX_URL, server.inboxUrl());
        return server::start;
    }

    private void prepareTokens() {
        SigningKeys keys = SigningKeys.in(folder.path().resolve("keys"));
        properties.put(StackProperties.TOKENS_KEY, keys.privateKey().toString());
        properties.put(
                StackProperties.TOKENS_PUBLIC_KEY, keys.publicKey().toUri().toString());
        properties.put(StackProperties.TOKENS_ISSUER, ISSUER);
    }

    /** Kept between runs, since unpacking takes two seconds; one for each person, since another's cannot be written. */
    private static Path binariesFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "broadsheet-postgres-" + System.getProperty("user.name"));
    }

    private void close() {
        if (control != null) {
            control.stop();
        }
        parts.values().forEach(StackPart::stop);
        properties.keySet().forEach(System::clearProperty);
        folder.delete();
    }
}
