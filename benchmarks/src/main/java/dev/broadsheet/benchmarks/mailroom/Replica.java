package dev.broadsheet.benchmarks.mailroom;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.localstack.launch.ServiceCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of one service. Nobody starts it again when it ends. */
public final class Replica implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final int ANSWER_MILLISECONDS = 2_000;
    private static final long PAUSE_MILLISECONDS = 50;

    private final String module;
    private final Path log;
    private final ProcessBuilder command;
    private final URI http;
    private final URI readiness;
    private Process process;

    /**
     * @param variables what a person would set for the launcher
     * @param settings the service's own, as environment variables
     */
    Replica(String module, Path root, Path log, Map<String, String> variables, Map<String, String> settings) {
        String key = module.replace("-service", "").toUpperCase(Locale.ROOT);
        this.module = module;
        this.log = log;
        this.command = ServiceCommand.of(module, root, variables).redirectOutput(Redirect.appendTo(log.toFile()));
        command.environment().putAll(settings);
        this.http = URI.create("http://localhost:" + variables.get("BROADSHEET_" + key + "_PORT"));
        this.readiness = URI.create(
                "http://localhost:" + variables.get("BROADSHEET_" + key + "_MANAGEMENT_PORT") + "/q/health/ready");
    }

    /** Does not wait until it is ready. */
    public void start() {
        try {
            process = command.start();
            Process started = process;
            // For the case that we are stopped half-way.
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + module, e);
        }
    }

    public void awaitReady() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new BenchmarkFailure(module + " did not start; see " + log);
            }
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkFailure("Interrupted while " + module + " started", e);
            }
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As the system does it to a process that took too much memory. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As an operator does it. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                throw new BenchmarkFailure(module + " did not stop when it was asked to; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted while " + module + " stopped", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public URI http() {
        return http;
    }

    @Override
    public void close() {
        kill();
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(ANSWER_MILLISECONDS);
            connection.setReadTimeout(ANSWER_MILLISECONDS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
