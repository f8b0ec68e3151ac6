package dev.broadsheet.subscription.flood;

import dev.broadsheet.subscription.token.FormToken;
import dev.broadsheet.subscription.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** How long a form was in front of somebody before it came back. */
@ApplicationScoped
public class FillTime {

    private final FloodConfig config;
    private final Tokens tokens;
    private final Clock clock;

    FillTime(FloodConfig config, Tokens tokens, Clock clock) {
        this.config = config;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What a form that is being shown carries along. */
    public String begin() {
        return tokens.issue(new FormToken(clock.instant()));
    }

    /**
     * Whether no person fills in a form so fast.
     *
     * @throws dev.broadsheet.subscription.token.ForgedTokenException if the token is none of ours
     */
    public boolean isTooShort(String formToken) {
        return clock.instant().isBefore(tokens.openForm(formToken).shownAt().plus(config.minimumFillTime()));
    }
}
