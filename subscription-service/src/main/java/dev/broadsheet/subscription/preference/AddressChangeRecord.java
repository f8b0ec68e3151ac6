package dev.broadsheet.subscription.preference;

import java.time.Instant;

/** An address change that a reader asked for, for the reader to see. */
public record AddressChangeRecord(
        String from,
        String to,
        Instant requestedAt,
        Instant currentConfirmedAt,
        Instant wantedConfirmedAt,
        Instant changedAt) {}
