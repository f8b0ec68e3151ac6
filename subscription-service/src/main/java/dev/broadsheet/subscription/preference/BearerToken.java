package dev.broadsheet.subscription.preference;

import dev.broadsheet.subscription.token.ForgedTokenException;
import dev.broadsheet.subscription.token.PreferencesToken;
import dev.broadsheet.subscription.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;

/** The token of a mailed link, as the calls to the API bring it. */
@ApplicationScoped
class BearerToken {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;

    BearerToken(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What the Authorization header holds; {@link ForgedTokenException} if that is none of ours. */
    PreferencesToken tokenIn(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ForgedTokenException();
        }
        return tokens.openPreferences(authorization.substring(SCHEME.length()).strip());
    }
}
