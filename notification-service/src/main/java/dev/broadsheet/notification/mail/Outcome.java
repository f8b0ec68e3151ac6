package dev.broadsheet.notification.mail;

/**
 * What became of one attempt to hand a mail over to the relay.
 *
 * @param result what the relay decided
 * @param failure why not, in words that hold no address; null when it was taken
 */
public record Outcome(Result result, String failure) {

    static final Outcome TAKEN = new Outcome(Result.TAKEN, null);

    public enum Result {
        /** The relay has the mail and the responsibility for it. */
        TAKEN,
        /** Not now: try again later. */
        DEFERRED,
        /** Never: the relay refuses it for good. */
        REFUSED
    }
}
