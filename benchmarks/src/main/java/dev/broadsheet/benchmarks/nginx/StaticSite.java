package dev.broadsheet.benchmarks.nginx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers of the API as files.
 *
 * @param contentType of all of them
 */
public record StaticSite(Path folder, String contentType) {

    public void add(String path, byte[] body) {
        Path file = folder.resolve(path.substring(1));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, body);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
