package dev.broadsheet.subscription.confirmation;

import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.signup.ConfirmedSignUp;
import dev.broadsheet.subscription.signup.SignUps;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import dev.broadsheet.subscription.token.ConfirmationToken;
import dev.broadsheet.subscription.token.ExpiredTokenException;
import dev.broadsheet.subscription.token.PreferencesToken;
import dev.broadsheet.subscription.token.Tokens;
import dev.broadsheet.subscription.token.UnsubscribeToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Readers stand by what they asked for: from here on newsletters go out to them. */
@ApplicationScoped
class Confirmations {

    private final Tokens tokens;
    private final Subscribers subscribers;
    private final SignUps signUps;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;

    Confirmations(
            Tokens tokens,
            Subscribers subscribers,
            SignUps signUps,
            Subscriptions subscriptions,
            Outbox outbox,
            Clock clock) {
        this.tokens = tokens;
        this.subscribers = subscribers;
        this.signUps = signUps;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Confirms the sign-up that the token is for. A second time changes nothing and gives the same answer.
     *
     * @return the newsletters that the sign-up covers, without those that the reader left after it
     */
    @Transactional
    List<String> confirm(String token) {
        ConfirmationToken confirmation = tokens.openConfirmation(token);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reader reader = subscribers.lock(confirmation.subscriberId()).orElseThrow(ExpiredTokenException::new);
        ConfirmedSignUp signUp = signUps.confirm(confirmation.signUpId(), now).orElseThrow(ExpiredTokenException::new);
        if (!signUp.repeated()) {
            subscribers.activate(reader.id(), now);
            announce(reader, subscriptions.confirm(reader.id(), signUp.newsletters(), now), now);
        }
        return signUp.newsletters();
    }

    private void announce(Reader reader, List<String> newsletters, Instant now) {
        if (newsletters.isEmpty()) {
            return;
        }
        List<ConfirmedNewsletter> confirmed = newsletters.stream()
                .map(slug -> new ConfirmedNewsletter(slug, tokens.issue(new UnsubscribeToken(reader.id(), slug))))
                .toList();
        String preferencesToken = tokens.issue(new PreferencesToken(reader.id()));
        outbox.append(new SubscriptionConfirmed(
                reader.id(), reader.email(), confirmed, preferencesToken, now, reader.locale(), reader.zone()));
    }
}
