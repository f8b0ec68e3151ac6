package dev.broadsheet.article.articles;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.topics.TopicView;
import dev.broadsheet.contracts.article.Block;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A published article as everyone sees it. */
public record PublishedArticle(
        UUID id,
        String slug,
        String url,
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
        Instant publishedAt,
        Instant updatedAt) {

    static PublishedArticle of(Article article, String url) {
        return new PublishedArticle(
                article.id(),
                article.slug(),
                url,
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
                article.publishedAt(),
                article.updatedAt());
    }
}
