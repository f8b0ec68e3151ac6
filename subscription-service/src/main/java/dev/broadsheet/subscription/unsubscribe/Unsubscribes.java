package dev.broadsheet.subscription.unsubscribe;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.subscription.membership.Memberships;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.token.ForgedTokenException;
import dev.broadsheet.subscription.token.Tokens;
import dev.broadsheet.subscription.token.UnsubscribeToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Readers leave a newsletter from a mail, without a session. */
@ApplicationScoped
public class Unsubscribes {

    private final Tokens tokens;
    private final Subscribers subscribers;
    private final Memberships memberships;
    private final Clock clock;

    Unsubscribes(Tokens tokens, Subscribers subscribers, Memberships memberships, Clock clock) {
        this.tokens = tokens;
        this.subscribers = subscribers;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * Takes the token's reader out of the token's newsletter. A second time, or for a reader who was erased, nothing
     * changes.
     *
     * @return the newsletters that the reader is out of
     */
    @Transactional
    List<String> cancel(String token) {
        return cancel(tokens.openUnsubscribe(token));
    }

    /** The same for a token that came in by mail, where nobody waits for an answer: a forged one does nothing. */
    @Transactional
    public void cancelIfGenuine(String token) {
        open(token).ifPresent(this::cancel);
    }

    /** Not thrown through the transaction, which it would roll back. */
    private Optional<UnsubscribeToken> open(String token) {
        try {
            return Optional.of(tokens.openUnsubscribe(token));
        } catch (ForgedTokenException e) {
            return Optional.empty();
        }
    }

    private List<String> cancel(UnsubscribeToken unsubscribe) {
        List<String> newsletters = List.of(unsubscribe.newsletter());
        subscribers
                .lock(unsubscribe.subscriberId())
                .ifPresent(reader -> memberships.leave(
                        reader.id(),
                        newsletters,
                        Reason.ONE_CLICK,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return newsletters;
    }
}
