package dev.broadsheet.article.desk;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.reading.ArticleImage;
import dev.broadsheet.article.reading.PublishedArticle;
import dev.broadsheet.article.topics.TopicView;
import dev.broadsheet.contracts.article.Block;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An article as its editors see it.
 *
 * @param url where readers find it, once it is published
 * @param version counts its changes; the number in its {@code ETag}
 * @param scheduledAt when it becomes public; null if it does not wait for its time
 * @param publishedAt null if it never was public
 * @param retractedAt null if it is not withdrawn
 */
public record DeskArticle(
        UUID id,
        String slug,
        String url,
        ArticleState state,
        String headline,
        String summary,
        TopicView topic,
        List<AuthorView> authors,
        List<String> newsletters,
        String market,
        ArticleImage image,
        List<Block> body,
        int wordCount,
        int readMinutes,
        boolean breaking,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Instant scheduledAt,
        Instant publishedAt,
        Instant retractedAt) {

    static DeskArticle of(Article article, String url) {
        return new DeskArticle(
                article.id(),
                article.slug(),
                url,
                article.state(),
                article.headline(),
                article.summary(),
                article.topic(),
                article.authors(),
                article.newsletters(),
                article.market(),
                article.image(),
                article.body(),
                article.wordCount(),
                article.readMinutes(),
                article.breaking(),
                article.version(),
                article.createdAt(),
                article.updatedAt(),
                article.scheduledAt(),
                article.publishedAt(),
                article.retractedAt());
    }

    /** What the public would be answered; an article that is not public has its date from the caller. */
    PublishedArticle published(Instant date) {
        return new PublishedArticle(
                id,
                slug,
                url,
                headline,
                summary,
                topic,
                authors,
                newsletters,
                market,
                image,
                body,
                wordCount,
                readMinutes,
                breaking,
                publishedAt == null ? date : publishedAt,
                updatedAt);
    }
}
