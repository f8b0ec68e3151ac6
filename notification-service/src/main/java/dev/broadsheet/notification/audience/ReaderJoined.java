package dev.broadsheet.notification.audience;

import java.time.Instant;
import java.util.UUID;

/** A reader is in a newsletter's audience from a time on, which may lie before this service heard of it. */
public record ReaderJoined(String newsletter, UUID subscriberId, Instant confirmedAt) {}
