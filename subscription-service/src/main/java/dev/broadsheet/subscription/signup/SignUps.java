package dev.broadsheet.subscription.signup;

import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import dev.broadsheet.subscription.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Readers ask for newsletters here. Nothing they ask for is theirs before they confirm it from their mailbox. */
@ApplicationScoped
public class SignUps {

    private static final Duration TIME_TO_CONFIRM = Duration.ofDays(7);

    private final SignUpRepository signUps;
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Tokens tokens;
    private final Outbox outbox;
    private final Clock clock;

    SignUps(
            SignUpRepository signUps,
            Subscribers subscribers,
            Subscriptions subscriptions,
            Tokens tokens,
            Outbox outbox,
            Clock clock) {
        this.signUps = signUps;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Records a sign-up and asks for its confirmation. Whoever has confirmed all of it already gets no mail. */
    @Transactional
    void accept(SignUpRequest request, SignUpOrigin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reader reader = subscribers.register(request.address(), origin.locale(), request.zone(), now);
        List<String> pending = subscriptions.request(reader.id(), request.newsletters(), now);
        if (pending.isEmpty()) {
            return;
        }
        // Whole seconds, as the token has no finer ones: the event and the token name the same instant.
        Instant expiresAt = now.truncatedTo(ChronoUnit.SECONDS).plus(TIME_TO_CONFIRM);
        SignUp signUp = new SignUp(reader.id(), pending, origin, now, expiresAt);
        signUps.persist(signUp);
        outbox.append(signUp.toEvent(reader, tokens.issue(signUp.confirmationToken())));
    }

    /** The reader's confirmation of a sign-up, the first or a repeated one. The caller holds the reader's row. */
    @Transactional(TxType.MANDATORY)
    public Optional<ConfirmedSignUp> confirm(UUID signUpId, Instant now) {
        return signUps.findByIdOptional(signUpId).map(signUp -> signUp.confirm(now));
    }

    /**
     * The reader left newsletters: a sign-up from before, confirmed late from an old mail, must not bring them back. The
     * caller holds the reader's row.
     */
    @Transactional(TxType.MANDATORY)
    public void withdraw(UUID subscriberId, List<String> newsletters) {
        signUps.openOf(subscriberId).forEach(signUp -> signUp.withdraw(newsletters));
    }
}
