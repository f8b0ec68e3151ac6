package dev.broadsheet.notification.relay;

import java.time.Duration;

/**
 * What became of one attempt to hand a mail over to a relay.
 *
 * @param result what the relay decided
 * @param status enhanced status code (RFC 3463) such as {@code 4.2.2}; null where the relay gave none
 * @param failure why not, in words that hold no address; null when it was taken
 * @param retryAfter how long to wait at least before it is handed over again, where that is known; else null
 */
public record Outcome(Result result, String status, String failure, Duration retryAfter) {

    public static final Outcome TAKEN = new Outcome(Result.TAKEN, null, null);

    public Outcome(Result result, String status, String failure) {
        this(result, status, failure, null);
    }

    static Outcome deferred(String failure) {
        return new Outcome(Result.DEFERRED, null, failure);
    }

    static Outcome notBegun(String failure, Duration retryAfter) {
        return new Outcome(Result.NOT_BEGUN, null, failure, retryAfter);
    }

    public enum Result {
        /** The relay has the mail and the responsibility for it. */
        TAKEN,
        /** It was not its turn in time, a limit stopped it, or no relay is up: none has seen it, and this was no attempt. */
        NOT_BEGUN,
        /** Not now: try again later. No relay has the mail. */
        DEFERRED,
        /** The whole mail went out and no answer came back: the relay may have it. */
        UNKNOWN,
        /** Never: the relay refuses it for good. */
        REFUSED
    }
}
