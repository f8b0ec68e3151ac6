package dev.broadsheet.subscription.testing;

/** How much is stored. Events are rows of the same transaction, so what is not among them will not reach Kafka. */
public record Stored(long subscribers, long subscriptions, long signUps, long events) {}
