package dev.broadsheet.notification.bounce;

import dev.broadsheet.contracts.delivery.UnsubscribeRequested;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.Session;

/** Mails that ask to leave a newsletter. What their tokens are worth, subscription-service says. */
@ApplicationScoped
public class Unsubscribes {

    private static final String REMEMBER =
            "INSERT INTO unsubscribe_mail (digest, recorded_at) VALUES (:digest, :now) ON CONFLICT DO NOTHING";

    private final Session session;
    private final Outbox outbox;
    private final Clock clock;

    Unsubscribes(Session session, Outbox outbox, Clock clock) {
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Publishes the request, once for each mail: one that is read again must not undo what the reader asked for since.
     *
     * @param messageId of the mail, as it stands in its header; null if it has none
     */
    @Transactional
    public void request(String token, String messageId, Instant at) {
        int added = session.createNativeMutationQuery(REMEMBER)
                .setParameter("digest", DigestUtils.sha256(messageId + "\n" + token))
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (added == 1) {
            outbox.append(new UnsubscribeRequested(Ids.next(), token, at));
        }
    }
}
