package dev.broadsheet.subscription.subscriber;

/** What is known of a subscriber's address. */
enum SubscriberState {
    /** Somebody typed it; nobody proved to own it. */
    UNCONFIRMED,
    /** Its owner confirmed at least once. */
    ACTIVE
}
