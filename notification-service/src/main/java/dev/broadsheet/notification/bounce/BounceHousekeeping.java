package dev.broadsheet.notification.bounce;

import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Forgets reports that nobody repeats any more. */
@ApplicationScoped
class BounceHousekeeping {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    /** In slices, so that no transaction holds many row locks. */
    private static final List<String> FORGET_OLD = List.of("""
            DELETE FROM mail_report WHERE (subscriber_id, mail_id, what) IN (
                SELECT subscriber_id, mail_id, what FROM mail_report WHERE recorded_at < :limit
                ORDER BY recorded_at LIMIT 5000)""", """
            DELETE FROM unsubscribe_mail WHERE digest IN (
                SELECT digest FROM unsubscribe_mail WHERE recorded_at < :limit ORDER BY recorded_at LIMIT 5000)""");

    private final Session session;
    private final BounceConfig config;
    private final Clock clock;
    private final WorkLoop loop;

    BounceHousekeeping(Session session, BounceConfig config, Clock clock) {
        this.session = session;
        this.config = config;
        this.clock = clock;
        this.loop = new WorkLoop("bounce-housekeeping", INTERVAL, this::forgetOld);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    @Transactional
    boolean forgetOld() {
        Instant limit = clock.instant().minus(config.retention());
        return FORGET_OLD.stream()
                        .mapToInt(sql -> session.createNativeMutationQuery(sql)
                                .setParameter("limit", limit)
                                .executeUpdate())
                        .sum()
                > 0;
    }
}
