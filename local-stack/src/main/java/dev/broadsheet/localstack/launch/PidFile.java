package dev.broadsheet.localstack.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process beyond the life of this one. The time of its start is written beside its number, since numbers are
 * given out again.
 */
record PidFile(Path path) {

    /** The same process is reported with times that differ by the rounding of the kernel's clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        String start = process.info().startInstant().map(Instant::toString).orElse("");
        try {
            Files.writeString(path, process.pid() + "\n" + start + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    /** The process, if it still runs and is the one that was written down. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
            if (lines.size() < 2 || lines.get(1).isEmpty()) {
                return Optional.empty();
            }
            Instant start = Instant.parse(lines.get(1));
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isSame(process, start));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static boolean isSame(ProcessHandle process, Instant start) {
        // A zombie, which only an init process can bury, has a start but no command any more.
        return process.info().command().isPresent()
                && process.info()
                        .startInstant()
                        .map(actual -> Duration.between(actual, start).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(false);
    }
}
