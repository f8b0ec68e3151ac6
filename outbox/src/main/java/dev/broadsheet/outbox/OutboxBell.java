package dev.broadsheet.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Wakes the service's active relay, in whichever replica it runs, by a NOTIFY after a commit.
 *
 * <p>The NOTIFY is not part of the business transaction: PostgreSQL takes one lock for the whole database while a
 * transaction that notified commits, so that all sign-ups would commit one after the other. Rings that come while one is
 * under way become one. A ring that is lost costs no more than the relay's poll interval.
 */
@ApplicationScoped
class OutboxBell {

    static final String CHANNEL = "broadsheet_outbox";

    private static final Logger LOG = Logger.getLogger(OutboxBell.class);

    private final DataSource dataSource;
    private final Semaphore rings = new Semaphore(0);
    private final RelayThread thread = new RelayThread("outbox-bell", this::notifyOnRing);

    OutboxBell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void ring() {
        rings.release();
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.stop();
    }

    private void notifyOnRing() throws InterruptedException {
        rings.acquire();
        rings.drainPermits();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY " + CHANNEL);
        } catch (SQLException | RuntimeException e) {
            // The relay finds the rows at its next poll; the bell must not die of one ring.
            LOG.debugf("event=outbox.bell.silent cause=%s", e.getMessage());
        }
    }
}
