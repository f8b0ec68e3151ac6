package dev.broadsheet.systemtests;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.localstack.client.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged system, started as a person starts it, on ports and in a folder of its own. */
final class Newsroom implements AutoCloseable {

    static final List<String> SERVICES =
            List.of("subscription-service", "article-service", "notification-service", "gateway");

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    /** While the launcher writes the file. */
    private static final long NO_PID = 0;

    private final Path home;
    private final Path output;
    private final Map<String, String> environment;
    private final String[] options;
    private final Process launcher;

    private Newsroom(Path home, Map<String, String> environment, String... options) {
        this.home = home;
        this.environment = environment;
        this.options = options;
        this.output = home.resolve("launcher-" + System.nanoTime() + ".log");
        this.launcher = Launcher.start(
                environment,
                output,
                Stream.concat(Stream.of("up"), Stream.of(options)).toArray(String[]::new));
        await().atMost(START_LIMIT).until(() -> output().contains("Broadsheet is up") || !launcher.isAlive());
        if (!launcher.isAlive()) {
            throw new IllegalStateException("Broadsheet did not start:\n" + output());
        }
    }

    /** With the sample data. */
    static Newsroom start(Path home) {
        return new Newsroom(home, Launcher.environment(home));
    }

    /** Without sample data, and with no more than a draft needs: a topic and an author. */
    static Newsroom startEmpty(Path home) {
        return startEmpty(home, Launcher.environment(home));
    }

    /** The same, for a crowd of readers who all have one address. */
    static Newsroom startEmptyWithoutRateLimits(Path home) {
        Map<String, String> environment = Launcher.environment(home);
        environment.put("BROADSHEET_GATEWAY_RATE_LIMITS_ENABLED", "false");
        return startEmpty(home, environment);
    }

    private static Newsroom startEmpty(Path home, Map<String, String> environment) {
        Newsroom newsroom = new Newsroom(home, environment, "--no-samples");
        try {
            new Desk(newsroom.api()).furnish();
            return newsroom;
        } catch (RuntimeException e) {
            // Nobody has it yet who could close it.
            newsroom.close();
            throw e;
        }
    }

    /** The same folder and ports again, after this one was closed or killed. */
    Newsroom startAgain() {
        return new Newsroom(home, environment, options);
    }

    Api api() {
        return api(endpoint("gateway"));
    }

    /** Past the gateway. */
    Api api(Endpoint endpoint) {
        return new Api(endpoint.address(), new Tokens(privateKey(), "https://broadsheet.local/issuer"));
    }

    Endpoint endpoint(String service) {
        String name = service.replace("-service", "").toUpperCase(Locale.ROOT);
        return new Endpoint(port(name), port(name + "_MANAGEMENT"));
    }

    /** Where readers find the site. */
    String url() {
        return endpoint("gateway").address().toString();
    }

    Path home() {
        return home;
    }

    Inbox inbox() {
        return new Inbox(URI.create("http://localhost:" + port("INBOX")));
    }

    TopicReader topic(String name) {
        return new TopicReader("localhost:" + port("KAFKA"), name);
    }

    Database database(String name) {
        return new Database("jdbc:postgresql://localhost:" + port("POSTGRES") + "/" + name, name);
    }

    /** As the system does it to a process that took too much memory. The launcher starts it again. */
    void kill(String service) {
        long pid = pid(service);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().atMost(START_LIMIT).until(() -> pid(service), next -> next != pid && next != NO_PID);
    }

    void awaitReady(String service) {
        await().atMost(START_LIMIT).until(endpoint(service)::isReady);
    }

    /** STOP and CONT let a process miss a while, as a laptop's lid does. */
    void signal(String service, String signal) {
        long pid = ProcessHandle.of(pid(service)).orElseThrow().pid();
        String command = "kill -" + signal + " " + pid;
        try {
            int exitCode = new ProcessBuilder("sh", "-c", command).start().waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs another command of the launcher; its exit code. */
    int run(Path log, String... arguments) {
        return Launcher.run(environment, log, arguments);
    }

    String output() {
        return read(output);
    }

    String log(String service) {
        return read(home.resolve("logs").resolve(service + ".log"));
    }

    Process launcher() {
        return launcher;
    }

    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(launcher.descendants().toList());
        all.add(launcher.toHandle());
        return all;
    }

    String port(String name) {
        return environment.get(Launcher.variable(name));
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("Broadsheet did not stop:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long pid(String service) {
        return read(home.resolve("run").resolve(service + ".pid"))
                .lines()
                .findFirst()
                .map(Long::parseLong)
                .orElse(NO_PID);
    }

    private Path privateKey() {
        try (Stream<Path> keys = Files.list(home.resolve("keys"))) {
            return keys.filter(key -> key.getFileName().toString().contains("private"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
