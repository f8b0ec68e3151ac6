package dev.broadsheet.subscription.token;

import java.time.Instant;
import java.util.UUID;

/**
 * Whoever holds it can see and change a reader's preferences.
 *
 * @param expiresAt whole seconds; null for the one in every newsletter's footer, which never expires. People pass
 *     newsletters on, so that one does not open what cannot be undone
 */
public record PreferencesToken(UUID subscriberId, Instant expiresAt) {

    public static PreferencesToken forGood(UUID subscriberId) {
        return new PreferencesToken(subscriberId, null);
    }

    /** Whether it was mailed on its own, not long ago. */
    public boolean isFresh() {
        return expiresAt != null;
    }
}
