package dev.broadsheet.outbox;

import java.sql.Connection;
import java.util.UUID;

/** A process of its own that commits a change with its event, leaves another uncommitted, and dies on the spot. */
final class WriterThatDies {

    static final int EXIT_CODE = 86;

    private WriterThatDies() {}

    public static void main(String[] arguments) throws Exception {
        OutboxDatabase database = OutboxDatabase.migrated();
        UUID subscriber = UUID.fromString(arguments[0]);
        database.appendCommitted(subscriber, "committed");
        Connection open = database.begin();
        database.append(open, subscriber, "never-committed");
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
