package dev.broadsheet.notification.delivery;

import java.io.Serial;
import java.sql.SQLException;

/** The database did not do what the ledger asked of it. */
final class LedgerUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    LedgerUnavailableException(SQLException cause) {
        super(cause);
    }
}
