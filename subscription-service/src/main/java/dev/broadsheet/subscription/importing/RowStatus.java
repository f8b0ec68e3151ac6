package dev.broadsheet.subscription.importing;

/** What a row says of a reader's consent. */
enum RowStatus {
    /** The reader agreed; the row says when and how that is known. */
    CONFIRMED("CONFIRMED"),
    /** The reader is known and no more. No mail goes out by the import. */
    UNCONFIRMED("PENDING"),
    /** The reader left, and is remembered for that. */
    UNSUBSCRIBED("CANCELLED");

    private final String subscriptionState;

    RowStatus(String subscriptionState) {
        this.subscriptionState = subscriptionState;
    }

    String subscriptionState() {
        return subscriptionState;
    }
}
