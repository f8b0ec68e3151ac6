package dev.broadsheet.subscription.importing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** A column of many rows as one parameter. */
final class SqlArrays {

    private SqlArrays() {}

    static <T> Array texts(Connection connection, Collection<T> rows, Function<T, Object> column) throws SQLException {
        return connection.createArrayOf(
                "text",
                rows.stream()
                        .map(column)
                        .map(value -> value == null ? null : value.toString())
                        .toArray(String[]::new));
    }

    static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
