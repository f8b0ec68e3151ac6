package dev.broadsheet.localstack.postgres;

import dev.broadsheet.localstack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The server process that a data folder names in its pid file, whoever started it. */
final class Postmaster {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLISECONDS = 20;

    private final Path dataFolder;

    Postmaster(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    void stopIfRunning() {
        process().ifPresent(this::stop);
    }

    private Optional<ProcessHandle> process() {
        Path pidFile = dataFolder.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(this::isOurs);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    /** The number in an old pid file may belong to some other program by now, or to another PostgreSQL. */
    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        boolean ourData = info.arguments()
                .map(arguments -> List.of(arguments).contains(dataFolder.toString()))
                .orElse(true);
        return postgres && ourData;
    }

    private void stop(ProcessHandle process) {
        try {
            // SIGTERM would wait for connected clients to leave; SIGINT is PostgreSQL's "fast" shutdown.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!isGoneWithin(process, GRACE)) {
                process.destroyForcibly();
                if (!isGoneWithin(process, GRACE)) {
                    throw new StackException("PostgreSQL, process " + process.pid() + ", does not stop");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop PostgreSQL, process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while stopping PostgreSQL", e);
        }
    }

    /** Asks what the process is, not whether it is there: in a container without an init process it stays as a zombie. */
    private boolean isGoneWithin(ProcessHandle process, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (isOurs(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        return true;
    }
}
