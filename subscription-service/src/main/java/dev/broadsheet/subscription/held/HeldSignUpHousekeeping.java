package dev.broadsheet.subscription.held;

import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes held sign-ups that no operator has looked at for a month. They hold addresses that nobody confirmed. */
@ApplicationScoped
class HeldSignUpHousekeeping {

    private static final Logger LOG = Logger.getLogger(HeldSignUpHousekeeping.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final HeldSignUps heldSignUps;
    private final WorkLoop loop = new WorkLoop("held-sign-ups", INTERVAL, this::work);

    HeldSignUpHousekeeping(HeldSignUps heldSignUps) {
        this.heldSignUps = heldSignUps;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private boolean work() {
        int deleted = heldSignUps.deleteOld();
        if (deleted > 0) {
            LOG.infof("event=signup.held.expired rows=%d", deleted);
        }
        return false;
    }
}
