package dev.broadsheet.subscription.confirmation;

import dev.broadsheet.subscription.membership.Memberships;
import dev.broadsheet.subscription.signup.ConfirmedSignUp;
import dev.broadsheet.subscription.signup.SignUps;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.token.ConfirmationToken;
import dev.broadsheet.subscription.token.ExpiredTokenException;
import dev.broadsheet.subscription.token.Tokens;
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
    private final Memberships memberships;
    private final Clock clock;

    Confirmations(Tokens tokens, Subscribers subscribers, SignUps signUps, Memberships memberships, Clock clock) {
        this.tokens = tokens;
        this.subscribers = subscribers;
        this.signUps = signUps;
        this.memberships = memberships;
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
            if (!subscribers.activate(reader.id(), now)) {
                // The address bounced, or its owner complained, since the mail went out.
                throw new ExpiredTokenException();
            }
            memberships.enter(reader, signUp.newsletters(), now);
        }
        return signUp.newsletters();
    }
}
