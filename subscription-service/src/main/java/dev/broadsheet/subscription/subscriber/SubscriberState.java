package dev.broadsheet.subscription.subscriber;

/** What is known of a subscriber's address. */
public enum SubscriberState {
    /** Somebody typed it; nobody proved to own it. */
    UNCONFIRMED,
    /** Its owner confirmed at least once. */
    ACTIVE,
    /** It does not take mail. */
    UNDELIVERABLE,
    /** Its owner reported mail as spam, or an operator took it out. */
    COMPLAINED
}
