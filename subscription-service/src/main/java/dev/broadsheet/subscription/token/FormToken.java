package dev.broadsheet.subscription.token;

import java.time.Instant;

/**
 * Stands in a sign-up form that was shown to somebody.
 *
 * @param shownAt milliseconds; what is finer is lost in the token
 */
public record FormToken(Instant shownAt) {}
