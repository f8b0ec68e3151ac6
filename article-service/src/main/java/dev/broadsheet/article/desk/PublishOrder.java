package dev.broadsheet.article.desk;

import java.time.Instant;

/**
 * How to make an article public.
 *
 * @param at when; absent: now
 * @param publishedAt for an article that was public elsewhere before: the date that readers see, in the past
 */
public record PublishOrder(Instant at, Instant publishedAt) {

    static final PublishOrder NOW = new PublishOrder(null, null);
}
