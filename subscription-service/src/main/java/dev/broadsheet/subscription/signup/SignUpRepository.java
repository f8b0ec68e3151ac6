package dev.broadsheet.subscription.signup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SignUpRepository implements PanacheRepositoryBase<SignUp, UUID> {

    private static final String FIND_DUE = """
            SELECT id, subscriber_id FROM sign_up
            WHERE mailed_at IS NULL AND mail_due_at <= :now ORDER BY mail_due_at LIMIT :most""";

    List<SignUp> openOf(UUID subscriberId) {
        return list("subscriberId = ?1 and confirmedAt is null", subscriberId);
    }

    List<SignUp> allOf(UUID subscriberId) {
        return list("subscriberId = ?1 order by requestedAt", subscriberId);
    }

    /** What a decision on another mail needs: what waits for its mail, and what was mailed since then. */
    List<SignUp> waitingOrMailedSince(UUID subscriberId, Instant since) {
        return list("subscriberId = ?1 and (mailedAt is null or mailedAt > ?2)", subscriberId, since);
    }

    List<WaitingSignUp> due(Instant now, int most) {
        return getSession()
                .createNativeQuery(FIND_DUE, WaitingSignUp.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    /** A sign-up whose mail may be ordered by now. */
    record WaitingSignUp(UUID id, UUID subscriberId) {}
}
