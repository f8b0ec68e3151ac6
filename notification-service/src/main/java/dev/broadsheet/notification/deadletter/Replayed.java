package dev.broadsheet.notification.deadletter;

/**
 * What was published again.
 *
 * @param replayed how many
 * @param more whether there may be more, for another request
 */
public record Replayed(int replayed, boolean more) {}
