package dev.broadsheet.localstack.postgres;

import java.nio.file.Path;

/**
 * @param binariesFolder where the server's programs are unpacked, once (some 30 MB)
 * @param durable false gives up fsync and synchronous commit for speed: for tests only
 */
public record PostgresSettings(Path dataFolder, Path binariesFolder, Path logFile, int port, boolean durable) {

    public PostgresSettings {
        dataFolder = dataFolder.toAbsolutePath();
    }
}
