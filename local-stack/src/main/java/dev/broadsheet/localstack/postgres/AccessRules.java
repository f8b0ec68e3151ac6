package dev.broadsheet.localstack.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Services must give their password, so that a wrong one shows here and not first in a cluster. */
final class AccessRules {

    private static final String RULES = """
            # Written at every start.
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128      trust
            host all all      127.0.0.1/32 scram-sha-256
            host all all      ::1/128      scram-sha-256
            """;

    private AccessRules() {}

    static void write(File dataFolder) {
        try {
            Files.writeString(dataFolder.toPath().resolve("pg_hba.conf"), RULES);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write PostgreSQL's access rules", e);
        }
    }
}
