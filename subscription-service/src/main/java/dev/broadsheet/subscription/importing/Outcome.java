package dev.broadsheet.subscription.importing;

/** What a valid row did. */
enum Outcome {
    /** A reader is new, or something was added to one. */
    IMPORTED,
    /** All of it was known. */
    UNCHANGED,
    /** The address gets no mail. */
    SKIPPED_SUPPRESSED,
    /** The reader left, and only the reader can come back. */
    SKIPPED_UNSUBSCRIBED
}
