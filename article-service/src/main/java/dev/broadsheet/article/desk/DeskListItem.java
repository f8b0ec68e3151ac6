package dev.broadsheet.article.desk;

import dev.broadsheet.article.paging.Cursor;
import dev.broadsheet.article.topics.TopicView;
import java.time.Instant;
import java.util.UUID;

/**
 * An article in the desk's list.
 *
 * @param version the number in its {@code ETag}
 * @param scheduledAt null if it does not wait for its time
 * @param publishedAt null if it never was public
 */
public record DeskListItem(
        UUID id,
        String slug,
        ArticleState state,
        String headline,
        TopicView topic,
        boolean breaking,
        long version,
        Instant updatedAt,
        Instant scheduledAt,
        Instant publishedAt) {

    /** As Hibernate reads it. */
    DeskListItem(
            UUID id,
            String slug,
            ArticleState state,
            String headline,
            String topicSlug,
            String topicName,
            boolean breaking,
            long version,
            Instant updatedAt,
            Instant scheduledAt,
            Instant publishedAt) {
        this(
                id,
                slug,
                state,
                headline,
                new TopicView(topicSlug, topicName),
                breaking,
                version,
                updatedAt,
                scheduledAt,
                publishedAt);
    }

    Cursor cursor() {
        return new Cursor(0, updatedAt, id);
    }
}
