package dev.broadsheet.outbox;

import java.sql.SQLException;

/** The database did not take or give outbox or inbox rows. The change that it belongs to is rolled back. */
public final class OutboxUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxUnavailableException(SQLException cause) {
        super("The outbox's database is not available", cause);
    }
}
