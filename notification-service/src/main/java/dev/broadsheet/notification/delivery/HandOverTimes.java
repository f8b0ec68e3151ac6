package dev.broadsheet.notification.delivery;

import java.time.Instant;

/** When the first and the last mail of an edition were handed over; null as long as none was. */
public record HandOverTimes(Instant first, Instant last) {}
