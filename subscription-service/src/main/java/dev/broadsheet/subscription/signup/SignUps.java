package dev.broadsheet.subscription.signup;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.subscription.incoming.IncomingRequest;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What readers asked for. Nothing of it is theirs before they confirm it from their mailbox. The caller holds the reader's
 * row.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class SignUps {

    private final SignUpRepository signUps;
    private final Tokens tokens;

    SignUps(SignUpRepository signUps, Tokens tokens) {
        this.signUps = signUps;
        this.tokens = tokens;
    }

    /** Keeps a sign-up whose mail goes out now. Returns the event that orders it, for the caller to publish. */
    SubscriptionCreated mail(Reader reader, List<String> newsletters, IncomingRequest request, Instant now) {
        SignUp signUp = new SignUp(reader.id(), newsletters, request, now);
        SubscriptionCreated event = mail(reader, signUp, newsletters, now);
        // Only now: what changes after it would be an update of its own.
        signUps.persist(signUp);
        return event;
    }

    SubscriptionCreated mail(Reader reader, SignUp signUp, List<String> stillUnconfirmed, Instant now) {
        signUp.mail(stillUnconfirmed, now);
        return signUp.toEvent(reader, tokens.issue(signUp.confirmationToken()));
    }

    /** Keeps a sign-up whose mail has to wait. */
    SignUp wait(Reader reader, List<String> newsletters, IncomingRequest request, Instant until) {
        SignUp signUp = new SignUp(reader.id(), newsletters, request, until);
        signUps.persist(signUp);
        return signUp;
    }

    /** The reader's confirmation of a sign-up, the first or a repeated one. */
    public Optional<ConfirmedSignUp> confirm(UUID signUpId, Instant now) {
        return signUps.findByIdOptional(signUpId).map(signUp -> signUp.confirm(now));
    }

    /** The reader left newsletters: a sign-up from before, confirmed late from an old mail, must not bring them back. */
    public void withdraw(UUID subscriberId, List<String> newsletters) {
        signUps.openOf(subscriberId).forEach(signUp -> signUp.withdraw(newsletters));
    }

    /** The same for all that the reader asked for. */
    public void withdrawAll(UUID subscriberId) {
        signUps.openOf(subscriberId).forEach(SignUp::withdrawAll);
    }

    /** All sign-ups of this reader. */
    public List<SignUpRecord> recordsOf(UUID subscriberId) {
        return signUps.allOf(subscriberId).stream().map(SignUp::toRecord).toList();
    }
}
