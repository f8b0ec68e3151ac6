package dev.broadsheet.localstack.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** One service's database and role; nobody else may connect to it. */
final class DatabaseSetup {

    /** Identifiers cannot be bound as parameters; only harmless ones get into the statements. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Statement statement;
    private final String name;

    DatabaseSetup(Statement statement, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        this.statement = statement;
        this.name = name;
    }

    void ensureRole() throws SQLException {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
        }
    }

    void ensureDatabase() throws SQLException {
        if (!exists("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            // By copying files a new database takes 20 ms; by the write-ahead log, which is the default, 100 ms.
            statement.execute("CREATE DATABASE " + name + " OWNER " + name + " STRATEGY file_copy");
        }
        statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
    }

    private boolean exists(String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }
}
