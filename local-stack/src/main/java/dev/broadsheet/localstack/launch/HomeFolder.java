package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the local stack keeps on disk. */
record HomeFolder(Path path) {

    Path data() {
        return path.resolve("data");
    }

    Path postgresData() {
        return data().resolve("postgres");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path run() {
        return path.resolve("run");
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path postgresBinaries() {
        return path.resolve("postgres-binaries");
    }

    void create() {
        try {
            for (Path folder : List.of(data(), logs(), run(), keys())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StackException("Cannot write to " + path + "; BROADSHEET_HOME names another folder", e);
        }
    }

    void forgetData() {
        if (Files.notExists(data())) {
            return;
        }
        try (Stream<Path> content = Files.walk(data())) {
            for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StackException("Cannot delete " + data(), e);
        }
    }
}
