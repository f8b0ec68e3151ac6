package dev.broadsheet.subscription.subscriber;

enum SubscriptionState {
    /** Asked for, and not yet confirmed by the address's owner. No edition goes out for it. */
    PENDING,
    /** In the newsletter's audience. */
    CONFIRMED,
    /** Left. Only a confirmed new sign-up brings it back. */
    CANCELLED
}
