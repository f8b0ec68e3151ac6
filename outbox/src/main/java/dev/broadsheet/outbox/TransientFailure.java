package dev.broadsheet.outbox;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;

/** Tells failures that pass by themselves (the database restarts, two transactions collide) from those that do not. */
public final class TransientFailure {

    private TransientFailure() {}

    /** Whether trying the same again later may succeed. */
    public static boolean isCauseOf(Throwable failure) {
        Optional<SQLException> sql = find(failure, SQLException.class);
        return sql.isPresent()
                ? isTransient(sql.get())
                // A connection that breaks in the commit itself is reported by the transaction manager, without its
                // cause.
                : find(failure, RollbackException.class).isPresent();
    }

    /** Type and SQL state of the first database error: enough for an operator, and never a row's content. */
    static String describe(Throwable failure) {
        return find(failure, SQLException.class)
                .map(sql -> sql.getClass().getSimpleName() + " " + sql.getSQLState())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static boolean isTransient(SQLException sql) {
        return sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || isTransient(sql.getSQLState());
    }

    /** Classes of PostgreSQL's error codes (appendix A of its manual); none at all is the pool's acquisition timeout. */
    private static boolean isTransient(String state) {
        return state == null
                || state.startsWith("08") // connection
                || state.startsWith("40") // rollback: serialisation, deadlock
                || state.startsWith("53") // resources
                || state.startsWith("57P") // shutdown, crash, starting up
                || state.equals("55P03"); // lock not available
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
