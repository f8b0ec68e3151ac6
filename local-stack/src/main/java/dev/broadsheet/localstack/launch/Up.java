package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.localstack.kafka.TopicList;
import dev.broadsheet.localstack.keys.SigningKeys;
import dev.broadsheet.localstack.postgres.PostgresServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The newsroom on one machine: the stack, the services, the sample data. */
final class Up {

    private final Environment environment;
    private final HomeFolder home;
    private final Console console;
    private final StackPorts stackPorts;
    private final List<ServiceDefinition> definitions;
    private final boolean stackOnly;
    private final boolean samples;
    private final LocalStack stack;
    private Services services;
    private UpLock lock;
    private boolean stopping;

    Up(Environment environment, Console console, boolean stackOnly, boolean samples) {
        this.environment = environment;
        this.home = environment.home();
        this.console = console;
        this.stackPorts = StackPorts.of(environment);
        this.definitions = ServiceDefinition.all(environment);
        this.stackOnly = stackOnly;
        this.samples = samples;
        this.stack = new LocalStack(home, stackPorts, console);
    }

    /** All that can be refused before anything is started. */
    void prepare(boolean fresh) {
        home.create();
        lock = UpLock.take(home);
        new Leftovers(home.run(), console).stopAll();
        PostgresServer.stopOrphan(home.postgresData());
        Port.requireFree(ports());
        if (fresh) {
            home.forgetData();
            console.progress("The data of earlier runs are forgotten");
        }
    }

    void start() {
        console.progress("Starting Kafka, PostgreSQL and mail");
        TopicList topics =
                TopicList.read(environment.root().resolve("contracts/src/main/resources/" + TopicList.RESOURCE));
        List<String> databases = definitions.stream()
                .flatMap(service -> service.database().stream())
                .toList();
        stack.start(topics, databases);
        SigningKeys keys = SigningKeys.in(home.keys());
        if (!stackOnly) {
            startServices();
        }
        if (!stackOnly && samples) {
            Tokens tokens = new Tokens(keys.privateKey(), ServiceLaunches.ISSUER);
            new SampleData(gateway().http().url(), tokens, Clock.systemUTC(), console).load();
        }
        console.progress("Broadsheet is up");
        console.say(summary());
    }

    /** Children first, since they would complain about missing servers. */
    void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        console.say("");
        console.progress("Stopping");
        if (services != null) {
            services.stop();
        }
        stack.stop();
        lock.release();
        console.progress("Stopped");
    }

    private void startServices() {
        List<ServiceLaunch> launches = new ServiceLaunches(environment, stackPorts, definitions).all();
        synchronized (this) {
            if (stopping) {
                return;
            }
            services = new Services(launches, console);
        }
        console.progress("Starting "
                + String.join(", ", launches.stream().map(ServiceLaunch::name).toList()));
        services.start();
    }

    private List<Port> ports() {
        List<Port> ports = new ArrayList<>(stackPorts.all());
        if (!stackOnly) {
            definitions.forEach(service -> ports.addAll(List.of(service.http(), service.management())));
        }
        return ports;
    }

    private ServiceDefinition gateway() {
        return definitions.stream()
                .filter(service -> service.key().equals(ServiceDefinition.GATEWAY))
                .findFirst()
                .orElseThrow();
    }

    private String summary() {
        String door = stackOnly ? "" : "  Site and API   " + gateway().http().url() + "\n";
        return """

                %s  Inbox          %s
                  Kafka          localhost:%d
                  PostgreSQL     localhost:%d (databases %s; user and password are the name)
                  SMTP, IMAP     localhost:%d, localhost:%d (any login)
                  A token        ./broadsheet token editor

                Ctrl-C stops all of it. Logs: %s
                """.formatted(
                        door,
                        stackPorts.inbox().url(),
                        stackPorts.kafka().number(),
                        stackPorts.postgres().number(),
                        String.join(
                                ", ",
                                definitions.stream()
                                        .flatMap(service -> service.database().stream())
                                        .toList()),
                        stackPorts.smtp().number(),
                        stackPorts.imap().number(),
                        home.logs());
    }
}
