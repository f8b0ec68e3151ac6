package dev.broadsheet.localstack.postgres;

import java.nio.file.Path;

/** A JVM that starts PostgreSQL and dies without stopping it. */
final class AbandonedServer {

    private AbandonedServer() {}

    public static void main(String[] arguments) {
        PostgresServer server = PostgresServerTest.server(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        server.start();
        server.ensureDatabase("article");
        Runtime.getRuntime().halt(137);
    }
}
