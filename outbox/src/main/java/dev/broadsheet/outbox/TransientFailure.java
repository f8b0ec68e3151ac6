package dev.broadsheet.outbox;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells failures that pass by themselves (the database restarts, two transactions collide) from those that do not. */
public final class TransientFailure {

    private TransientFailure() {}

    /** Whether trying the same again later may succeed. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql && isTransient(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Type and SQL state of the first database error: enough for an operator, and never a row's content. */
    public static String describe(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getClass().getSimpleName() + " " + sql.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
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
}
