package dev.broadsheet.subscription.preference;

import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.PreferencesLinkRequested.Link;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.incoming.IncomingHandler;
import dev.broadsheet.subscription.incoming.IncomingKind;
import dev.broadsheet.subscription.incoming.IncomingRequest;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.token.PreferencesToken;
import dev.broadsheet.subscription.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Orders the mails with links to preferences. Only active readers get one, and not many. */
@ApplicationScoped
class PreferencesLinks implements IncomingHandler {

    private static final Logger LOG = Logger.getLogger(PreferencesLinks.class);
    private static final Duration DAY = Duration.ofDays(1);

    private static final String COUNT_SINCE =
            "SELECT count(*) FROM preferences_link WHERE subscriber_id = :subscriber AND requested_at > :since";

    private static final String REMEMBER = """
            INSERT INTO preferences_link (id, subscriber_id, requested_at) VALUES (:id, :subscriber, :now)
            ON CONFLICT (id) DO NOTHING""";

    private static final String FORGET_OLD =
            "DELETE FROM preferences_link WHERE subscriber_id = :subscriber AND requested_at <= :before";

    private final Session session;
    private final Subscribers subscribers;
    private final Tokens tokens;
    private final PreferenceConfig config;
    private final Outbox outbox;
    private final Clock clock;

    PreferencesLinks(
            Session session,
            Subscribers subscribers,
            Tokens tokens,
            PreferenceConfig config,
            Outbox outbox,
            Clock clock) {
        this.session = session;
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public IncomingKind kind() {
        return IncomingKind.PREFERENCES_LINK;
    }

    /** By key, so that two replicas that work off the same addresses take them in the same order. */
    @Override
    public void handle(List<IncomingRequest> requests) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requests.stream()
                .sorted(Comparator.comparing(request -> request.address().key()))
                .forEach(request -> subscribers
                        .lock(request.address())
                        .filter(Reader::isActive)
                        .ifPresent(reader -> mailUnlessTooMany(reader, request, now)));
    }

    /** The reader asks again, and nothing else would help. */
    @Override
    public void putAside(IncomingRequest request) {
        LOG.errorf("event=preferences.link.lost id=%s", request.id());
    }

    private void mailUnlessTooMany(Reader reader, IncomingRequest request, Instant now) {
        if (countSince(reader, now.minus(config.linkInterval())) > 0
                || countSince(reader, now.minus(DAY)) >= config.linksADay()) {
            return;
        }
        session.createNativeMutationQuery(FORGET_OLD)
                .setParameter("subscriber", reader.id())
                .setParameter("before", now.minus(DAY))
                .executeUpdate();
        session.createNativeMutationQuery(REMEMBER)
                .setParameter("id", request.id())
                .setParameter("subscriber", reader.id())
                .setParameter("now", now)
                .executeUpdate();
        Instant expiresAt = now.truncatedTo(ChronoUnit.SECONDS).plus(config.linkLifetime());
        String token = tokens.issue(new PreferencesToken(reader.id(), expiresAt));
        outbox.append(new PreferencesLinkRequested(
                request.id(), reader.id(), reader.email(), reader.locale(), new Link(token, expiresAt), now));
    }

    private long countSince(Reader reader, Instant since) {
        return session.createNativeQuery(COUNT_SINCE, Long.class)
                .setParameter("subscriber", reader.id())
                .setParameter("since", since)
                .getSingleResult();
    }
}
