package dev.broadsheet.notification.bounce;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody told of a mail that had been handed over.
 *
 * @param subscriber whom the mail was for
 * @param mail the edition or other mail; what stands for the report itself where it does not tell
 * @param what what became of it
 * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}; null where there is none
 * @param at when
 */
public record Report(UUID subscriber, UUID mail, What what, String status, Instant at) {

    public enum What {
        HARD,
        SOFT,
        COMPLAINT
    }
}
