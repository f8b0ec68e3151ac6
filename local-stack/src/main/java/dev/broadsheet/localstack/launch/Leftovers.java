package dev.broadsheet.localstack.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Services that outlived a launcher which was killed. */
final class Leftovers {

    private final Path runFolder;
    private final Console console;

    Leftovers(Path runFolder, Console console) {
        this.runFolder = runFolder;
        this.console = console;
    }

    void stopAll() {
        List<PidFile> files = pidFiles();
        List<ProcessHandle> alive =
                files.stream().flatMap(file -> file.process().stream()).toList();
        if (!alive.isEmpty()) {
            console.progress("Stopping " + alive.size() + " services that an earlier run left behind");
            Termination.of(alive);
        }
        files.forEach(PidFile::delete);
    }

    private List<PidFile> pidFiles() {
        try (Stream<Path> files = Files.list(runFolder)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + runFolder, e);
        }
    }
}
