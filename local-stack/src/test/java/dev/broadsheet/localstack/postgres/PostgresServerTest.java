package dev.broadsheet.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.localstack.testing.FreePorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private final FreePorts ports = new FreePorts();

    @TempDir
    private Path folder;

    @Test
    void commitsAreDurableAndOutliveARestartOnAnotherPort() throws Exception {
        PostgresServer first = server(folder, ports.next());
        first.start();
        first.ensureDatabase("article");
        try (Connection connection = connect(first, "article");
                Statement statement = connection.createStatement()) {
            assertThat(answer(statement, "SHOW fsync")).isEqualTo("on");
            assertThat(answer(statement, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(answer(statement, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(answer(statement, "SHOW max_connections")).isEqualTo("200");
            assertThat(answer(statement, "SHOW server_version")).startsWith("18.");
            statement.execute("CREATE TABLE note AS SELECT 'kept' AS text");
        }
        first.stop();

        PostgresServer second = server(folder, ports.next());
        second.start();
        second.ensureDatabase("article");
        try (Connection connection = connect(second, "article");
                Statement statement = connection.createStatement()) {
            assertThat(answer(statement, "SELECT text FROM note")).isEqualTo("kept");
        } finally {
            second.stop();
        }
    }

    @Test
    void aServiceCannotReadAnothersDatabase() throws Exception {
        PostgresServer server = server(folder, ports.next());
        server.start();
        try {
            server.ensureDatabase("article");
            server.ensureDatabase("subscription");
            String url = server.jdbcUrl("subscription");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "article", "article"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerWhoseJvmWasKilledGivesWayToTheNext() throws Exception {
        int port = ports.next();
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedServer.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("abandoned.log").toFile())
                .start();
        assertThat(killed.waitFor()).isEqualTo(137);

        PostgresServer next = server(folder, port);
        next.start();
        try (Connection connection = connect(next, "article")) {
            assertThat(connection.isValid(1)).isTrue();
        } finally {
            next.stop();
        }
    }

    static PostgresServer server(Path folder, int port) {
        Path binaries =
                Path.of(System.getProperty("java.io.tmpdir"), "broadsheet-postgres-" + System.getProperty("user.name"));
        return new PostgresServer(
                new PostgresSettings(folder.resolve("data"), binaries, folder.resolve("postgres.log"), port, true));
    }

    private static Connection connect(PostgresServer server, String name) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name), name, name);
    }

    private static String answer(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
