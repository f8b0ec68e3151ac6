package dev.broadsheet.notification.audience;

/**
 * How many readers a newsletter has.
 *
 * @param confirmed all who have asked for it and confirmed
 * @param paused those of them who get no editions for a while
 */
public record AudienceSize(String newsletter, long confirmed, long paused) {}
