package dev.broadsheet.subscription.flood;

import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** Each proof of work pays for one sign-up. */
@ApplicationScoped
class SpentProofs {

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final String ADD = """
            INSERT INTO spent_proof (challenge, expires_at) VALUES (:challenge, :expiresAt)
            ON CONFLICT (challenge) DO NOTHING""";

    private static final String DELETE_EXPIRED = "DELETE FROM spent_proof WHERE expires_at < :now";

    private final Session session;
    private final Clock clock;
    private final WorkLoop housekeeping = new WorkLoop("spent-proofs", INTERVAL, this::deleteExpired);

    SpentProofs(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        housekeeping.start();
    }

    void stop(@Observes ShutdownEvent event) {
        housekeeping.stop();
    }

    boolean add(String challenge, Instant expiresAt) {
        return session.createNativeMutationQuery(ADD)
                        .setParameter("challenge", challenge)
                        .setParameter("expiresAt", expiresAt)
                        .executeUpdate()
                == 1;
    }

    private boolean deleteExpired() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(DELETE_EXPIRED)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
        return false;
    }
}
