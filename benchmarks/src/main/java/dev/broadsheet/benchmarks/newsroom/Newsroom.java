package dev.broadsheet.benchmarks.newsroom;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.localstack.keys.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The packaged system as {@code ./broadsheet up} starts it, durable, on ports and in a folder of its own. */
public final class Newsroom implements AutoCloseable {

    /**
     * `up` gives up the JVM's full compiler for a quick start. Who measures how fast a service is wants it, and the heap that
     * a service in production would have.
     */
    private static final String USUAL_JAVA_OPTIONS = "-Xmx512m -XX:+UseSerialGC";

    public static final String JAVA_OPTIONS_VARIABLE = "BROADSHEET_SERVICE_JAVA_OPTIONS";
    private static final String ISSUER = "https://broadsheet.local/issuer";
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_MILLISECONDS = 100;

    private final Path home;
    private final Path log;
    private final Ports ports;
    private final Process launcher;

    private Newsroom(Path home, Path log, Ports ports, Process launcher) {
        this.home = home;
        this.log = log;
        this.ports = ports;
        this.launcher = launcher;
        // For the case that we are stopped half-way. The launcher stops all that it has started.
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
    }

    /**
     * Returns when it is up, without articles.
     *
     * @param settings of the services, as environment variables
     */
    public static Newsroom start(Path root, Path home, Map<String, String> settings) {
        Path log = home.resolve("launcher.log");
        Ports ports = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-Dbroadsheet.root=" + root,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.broadsheet.localstack.Main",
                        "up",
                        "--no-samples"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().putAll(ports.variables());
        builder.environment().put("BROADSHEET_HOME", home.toString());
        builder.environment().put(JAVA_OPTIONS_VARIABLE, serviceJavaOptions());
        // All load comes from one address.
        builder.environment().put("BROADSHEET_GATEWAY_RATE_LIMITS_ENABLED", "false");
        try {
            Newsroom newsroom = new Newsroom(home, log, ports, builder.start());
            newsroom.awaitStart();
            return newsroom;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the newsroom", e);
        }
    }

    public static String serviceJavaOptions() {
        return javaOptionsOr(USUAL_JAVA_OPTIONS);
    }

    /** What the person asked for, or else these. */
    public static String javaOptionsOr(String usual) {
        return Optional.ofNullable(System.getenv(JAVA_OPTIONS_VARIABLE))
                .filter(options -> !options.isBlank())
                .orElse(usual);
    }

    public URI gateway() {
        return url("GATEWAY");
    }

    public URI articleService() {
        return url("ARTICLE");
    }

    public URI subscriptionService() {
        return url("SUBSCRIPTION");
    }

    public int postgresPort() {
        return ports.of("POSTGRES");
    }

    /** The number of a service's process, as the launcher writes it down. */
    public long processOf(String service) {
        Path file = home.resolve("run").resolve(service + ".pid");
        try {
            return Long.parseLong(Files.readAllLines(file).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    public String bootstrapServers() {
        return "localhost:" + ports.of("KAFKA");
    }

    public Tokens tokens() {
        return new Tokens(SigningKeys.in(home.resolve("keys")).privateKey(), ISSUER);
    }

    /** A service that died meanwhile was started again, and what was measured is not what it is like. */
    public void requireUndisturbed() {
        if (!launcher.isAlive() || output().contains("ended by itself")) {
            throw new BenchmarkFailure("A service died during the run:\n" + output());
        }
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new BenchmarkFailure("The newsroom did not stop:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            launcher.destroyForcibly();
        }
    }

    private void awaitStart() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!output().contains("Broadsheet is up")) {
                if (!launcher.isAlive() || System.nanoTime() - end > 0) {
                    close();
                    throw new BenchmarkFailure("The newsroom did not start:\n" + output());
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted while the newsroom started", e);
        }
    }

    private URI url(String service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
