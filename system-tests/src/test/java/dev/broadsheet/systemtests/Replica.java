package dev.broadsheet.systemtests;

import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.keys.SigningKeys;
import dev.broadsheet.localstack.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A second article-service beside the launcher's: the same jar, the same database, the same Kafka, ports of its own. */
final class Replica implements AutoCloseable {

    private final Newsroom newsroom;
    private final Endpoint endpoint;
    private Process process;

    Replica(Newsroom newsroom) {
        this.newsroom = newsroom;
        FreePorts ports = new FreePorts();
        this.endpoint = new Endpoint(Integer.toString(ports.next()), Integer.toString(ports.next()));
        start();
    }

    /** Does not wait until it is ready. */
    void start() {
        // As the launcher starts the first one.
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Launcher.ROOT
                                .resolve("article-service/target/quarkus-app/quarkus-run.jar")
                                .toString()))
                .directory(newsroom.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().putAll(variables());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Api api() {
        return newsroom.api(endpoint);
    }

    Path log() {
        return newsroom.home().resolve("logs/article-service-2.log");
    }

    @Override
    public void close() {
        kill();
    }

    private Map<String, String> variables() {
        return Map.of(
                "QUARKUS_HTTP_HOST",
                "localhost",
                "QUARKUS_HTTP_PORT",
                endpoint.httpPort(),
                "QUARKUS_MANAGEMENT_HOST",
                "localhost",
                "QUARKUS_MANAGEMENT_PORT",
                endpoint.managementPort(),
                "BROADSHEET_PUBLIC_URL",
                newsroom.url(),
                "BROADSHEET_POSTGRES_PORT",
                newsroom.port("POSTGRES"),
                "BROADSHEET_KAFKA_PORT",
                newsroom.port("KAFKA"),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.in(newsroom.home().resolve("keys"))
                        .publicKey()
                        .toUri()
                        .toString());
    }
}
