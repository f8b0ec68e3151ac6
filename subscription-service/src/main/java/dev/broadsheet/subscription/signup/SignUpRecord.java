package dev.broadsheet.subscription.signup;

import java.time.Instant;
import java.util.List;

/**
 * A sign-up, for the reader to see: the proof of consent.
 *
 * @param page path of the page that held the form; null where unknown
 * @param mailedAt when the confirmation mail was ordered; null if not yet
 * @param confirmedAt null if never
 */
public record SignUpRecord(
        List<String> newsletters,
        String form,
        String page,
        Instant requestedAt,
        Instant mailedAt,
        Instant confirmedAt) {}
