package dev.broadsheet.article.desk;

import dev.broadsheet.article.idempotency.Creations;
import dev.broadsheet.outbox.TransientFailure;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Publishes scheduled articles at their time. Every replica looks; a row's lock decides who publishes. After downtime, what
 * has become due in the meantime is published at once.
 */
@ApplicationScoped
class PublishingSchedule {

    private static final Logger LOG = Logger.getLogger(PublishingSchedule.class);

    /** Editors are promised a second. One look is one step down an index that holds nothing but what waits. */
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private static final Duration HOUSEKEEPING_INTERVAL = Duration.ofMinutes(10);

    /** Programs repeat a request within minutes; a day also covers the one that was stopped overnight. */
    private static final Duration KEYS_ARE_KEPT = Duration.ofDays(1);

    private final Publishing publishing;
    private final Creations creations;
    private final Clock clock;
    private final WorkLoop loop = new WorkLoop("publishing-schedule", INTERVAL, this::work);
    /** Articles that could not be published must not keep the others waiting. They are tried again after a while. */
    private final Set<UUID> failed = new HashSet<>();

    private Instant nextHousekeeping = Instant.MIN;

    PublishingSchedule(Publishing publishing, Creations creations, Clock clock) {
        this.publishing = publishing;
        this.creations = creations;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private boolean work() {
        keepHouse();
        UUID[] attempt = new UUID[1];
        try {
            List<UUID> published = publishing.publishDue(failed, id -> attempt[0] = id);
            published.forEach(id -> LOG.infof("event=article.schedule.published article=%s", id));
            return !published.isEmpty();
        } catch (RuntimeException e) {
            if (attempt[0] != null && !TransientFailure.isCauseOf(e)) {
                LOG.errorf(e, "event=article.schedule.failed article=%s", attempt[0]);
                failed.add(attempt[0]);
            }
            throw e;
        }
    }

    private void keepHouse() {
        Instant now = clock.instant();
        if (now.isAfter(nextHousekeeping)) {
            failed.clear();
            creations.forgetBefore(now.minus(KEYS_ARE_KEPT));
            nextHousekeeping = now.plus(HOUSEKEEPING_INTERVAL);
        }
    }
}
