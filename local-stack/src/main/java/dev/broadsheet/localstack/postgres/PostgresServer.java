package dev.broadsheet.localstack.postgres;

import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.StackPart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL server as a process beside this JVM. Its data folder outlives both. */
public final class PostgresServer implements StackPart {

    private static final String CONNECTIONS = "200";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PostgresSettings settings;
    private EmbeddedPostgres server;

    public PostgresServer(PostgresSettings settings) {
        this.settings = settings;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + settings.port() + "/" + database;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        stopOrphan(settings.dataFolder());
        try {
            Files.createDirectories(settings.dataFolder().getParent());
            Files.createDirectories(settings.logFile().getParent());
            server = configured(EmbeddedPostgres.builder()).start();
            closeToOthers(settings.binariesFolder());
        } catch (IOException | RuntimeException e) {
            throw new StackException("PostgreSQL did not start; see " + settings.logFile(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new StackException("PostgreSQL did not stop; see " + settings.logFile(), e);
        } finally {
            server = null;
        }
        // The library gives up after 5 s and only logs it.
        stopOrphan(settings.dataFolder());
    }

    /** A server whose JVM was killed lives on, holding port and data. */
    public static void stopOrphan(Path dataFolder) {
        new Postmaster(dataFolder.toAbsolutePath()).stopIfRunning();
    }

    /** A database and the role that owns it, of the same name; the password is the name too. */
    public void ensureDatabase(String name) {
        try (Connection connection = requireServer().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            DatabaseSetup setup = new DatabaseSetup(statement, name);
            setup.ensureRole();
            setup.ensureDatabase();
        } catch (SQLException e) {
            throw new StackException("Cannot create the database " + name, e);
        }
    }

    /** The library lets everybody on the machine put programs there. */
    private static void closeToOthers(Path folder) {
        File opened = folder.toFile();
        if (!opened.setWritable(false, false) || !opened.setWritable(true, true)) {
            throw new StackException("Cannot protect " + folder);
        }
    }

    private synchronized EmbeddedPostgres requireServer() {
        if (server == null) {
            throw new StackException("PostgreSQL is not running");
        }
        return server;
    }

    private EmbeddedPostgres.Builder configured(EmbeddedPostgres.Builder builder) {
        String durability = settings.durable() ? "on" : "off";
        return builder.setDataDirectory(settings.dataFolder())
                .setOverrideWorkingDirectory(settings.binariesFolder().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(settings.port())
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(Redirect.appendTo(settings.logFile().toFile()))
                .setErrorRedirector(Redirect.appendTo(settings.logFile().toFile()))
                .setDataDirectoryCustomizer(AccessRules::write)
                // The library starts every server with -F and asynchronous commits; what comes later on the line wins.
                .setServerConfig("fsync", durability)
                .setServerConfig("synchronous_commit", durability)
                .setServerConfig("full_page_writes", durability)
                .setServerConfig("max_connections", CONNECTIONS)
                // A socket file left behind in /tmp by another user's killed server would stop ours from starting.
                .setServerConfig("unix_socket_directories", "")
                // The same order and case rules on every system, whatever locales it has.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }
}
