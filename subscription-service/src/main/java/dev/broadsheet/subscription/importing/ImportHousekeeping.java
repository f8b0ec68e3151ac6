package dev.broadsheet.subscription.importing;

import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Says of imports whose process died that they are over. Any replica does it for all. */
@ApplicationScoped
class ImportHousekeeping {

    private static final Logger LOG = Logger.getLogger(ImportHousekeeping.class);
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    /** Longer than a chunk's transaction may take with its repetitions, and many heartbeats. */
    private static final Duration SILENCE = Duration.ofMinutes(4);

    private final ChunkWriter writer;
    private final WorkLoop loop = new WorkLoop("imports", INTERVAL, this::work);

    ImportHousekeeping(ChunkWriter writer) {
        this.writer = writer;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    boolean work() {
        int abandoned = writer.abandon(SILENCE);
        if (abandoned > 0) {
            LOG.warnf("event=import.abandoned imports=%d", abandoned);
        }
        return false;
    }
}
