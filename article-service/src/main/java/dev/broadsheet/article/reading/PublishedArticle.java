package dev.broadsheet.article.reading;

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
        Instant updatedAt) {}
