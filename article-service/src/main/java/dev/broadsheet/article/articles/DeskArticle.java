package dev.broadsheet.article.articles;

import dev.broadsheet.article.authors.AuthorView;
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
 * @param publishedAt null while it is a draft
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
        Instant publishedAt) {

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
                article.publishedAt());
    }
}
