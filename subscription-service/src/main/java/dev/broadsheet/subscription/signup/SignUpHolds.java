package dev.broadsheet.subscription.signup;

import dev.broadsheet.subscription.incoming.IncomingRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Sign-ups that were answered like all others and wait for an operator's judgement. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SignUpHolds {

    /** A flood to one address is one row: it must not cost more than it is worth. */
    private static final String HOLD = """
            INSERT INTO held_sign_up (id, reason, email, email_key, newsletters, locale, zone, source_form, source_page,
                received_at, held_at, times)
            VALUES (:id, :reason, :email, :key, :newsletters, :locale, :zone, :form, :page, :receivedAt, :now, :times)
            ON CONFLICT (email_key, reason) DO UPDATE SET times = held_sign_up.times + excluded.times, held_at = excluded.held_at,
                newsletters = (SELECT array_agg(DISTINCT slug) FROM unnest(held_sign_up.newsletters || excluded.newsletters) slug)""";

    private final Session session;
    private final SignUpMetrics metrics;

    SignUpHolds(Session session, SignUpMetrics metrics) {
        this.session = session;
        this.metrics = metrics;
    }

    /** Holds requests of one address. */
    void hold(List<IncomingRequest> requests, HoldReason reason, Instant now) {
        if (requests.isEmpty()) {
            return;
        }
        metrics.held(reason, requests.size());
        IncomingRequest request = requests.get(0);
        session.createNativeMutationQuery(HOLD)
                .setParameter("id", request.id())
                .setParameter("reason", reason.name())
                .setParameter("email", request.address().typed())
                .setParameter("key", request.address().key())
                .setParameter(
                        "newsletters",
                        requests.stream()
                                .flatMap(each -> each.newsletters().stream())
                                .distinct()
                                .toArray(String[]::new))
                .setParameter("times", requests.size())
                .setParameter("locale", request.locale())
                .setParameter("zone", request.zone(), String.class)
                .setParameter("form", request.form())
                .setParameter("page", request.page(), String.class)
                .setParameter("receivedAt", request.receivedAt())
                .setParameter("now", now)
                .executeUpdate();
    }
}
