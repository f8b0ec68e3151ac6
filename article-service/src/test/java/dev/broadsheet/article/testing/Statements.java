package dev.broadsheet.article.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts what is sent to the database, but for what the schedule asks by itself, four times a second. */
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static final long serialVersionUID = 1L;
    private static final AtomicLong COUNT = new AtomicLong();

    @Override
    public String inspect(String sql) {
        if (!sql.contains("SKIP LOCKED") && !sql.contains("creation_key")) {
            COUNT.incrementAndGet();
        }
        return null;
    }

    public static long during(Runnable work) {
        long before = COUNT.get();
        work.run();
        return COUNT.get() - before;
    }
}
