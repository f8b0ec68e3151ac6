package dev.broadsheet.problems;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;

/** Tells a database that is away for a moment, where trying again helps, from a mistake of ours, where it does not. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    static boolean isBehind(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException sql && saysUnavailable(sql));
    }

    private static boolean saysUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // The pool has no state for its own refusal, nor a class.
            return failure.getMessage() != null
                    && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        // 08: connection; 57P01 to 57P03: shutting down, crashed, starting up; 53300: too many connections.
        return state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
    }
}
