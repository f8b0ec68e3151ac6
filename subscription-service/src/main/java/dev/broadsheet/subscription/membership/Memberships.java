package dev.broadsheet.subscription.membership;

import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.signup.SignUps;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import dev.broadsheet.subscription.token.PreferencesToken;
import dev.broadsheet.subscription.token.Tokens;
import dev.broadsheet.subscription.token.UnsubscribeToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Readers enter the audience of newsletters here, and leave it: in the rows, and in the events that tell of it. The caller
 * holds the reader's row.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Memberships {

    private final SignUps signUps;
    private final Subscriptions subscriptions;
    private final Tokens tokens;
    private final Outbox outbox;

    Memberships(SignUps signUps, Subscriptions subscriptions, Tokens tokens, Outbox outbox) {
        this.signUps = signUps;
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.outbox = outbox;
    }

    /** The reader stands by these newsletters. Those that the reader has already are left as they are. */
    public void enter(Reader reader, List<String> newsletters, Instant now) {
        List<String> entered = subscriptions.confirm(reader.id(), newsletters, now);
        if (entered.isEmpty()) {
            return;
        }
        List<ConfirmedNewsletter> confirmed = entered.stream()
                .map(slug -> new ConfirmedNewsletter(slug, tokens.issue(new UnsubscribeToken(reader.id(), slug))))
                .toList();
        String preferencesToken = tokens.issue(PreferencesToken.forGood(reader.id()));
        outbox.append(new SubscriptionConfirmed(
                reader.id(), reader.email(), confirmed, preferencesToken, now, reader.locale(), reader.zone()));
        if (reader.isPausedAt(now)) {
            // Whoever had forgotten a reader without newsletters has forgotten the pause too.
            announce(reader, now);
        }
    }

    /** The reader leaves these newsletters, and a sign-up that is still to be confirmed does not bring them back. */
    public void leave(UUID subscriberId, List<String> newsletters, Reason reason, Instant now) {
        signUps.withdraw(subscriberId, newsletters);
        tell(subscriberId, subscriptions.cancel(subscriberId, newsletters, now), reason, now);
    }

    /** The same for all newsletters. */
    public void leaveAll(UUID subscriberId, Reason reason, Instant now) {
        signUps.withdrawAll(subscriberId);
        tell(subscriberId, subscriptions.cancelAll(subscriberId, now), reason, now);
    }

    /** Tells of the reader's address, language, zone and pause as they are now. */
    public void announce(Reader reader, Instant now) {
        outbox.append(new SubscriberChanged(
                reader.id(), reader.email(), reader.locale(), reader.zone(), reader.pauseEnd(), now));
    }

    private void tell(UUID subscriberId, List<String> left, Reason reason, Instant now) {
        if (!left.isEmpty()) {
            outbox.append(new SubscriptionCancelled(subscriberId, left, reason, now));
        }
    }
}
