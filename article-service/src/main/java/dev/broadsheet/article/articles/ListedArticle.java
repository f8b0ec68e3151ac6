package dev.broadsheet.article.articles;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a list reads of an article's row: neither the body, which may be long, nor the byline, which is more rows. */
record ListedArticle(
        UUID id,
        String slug,
        String headline,
        String summary,
        String topicSlug,
        String topicName,
        List<String> newsletters,
        String market,
        ArticleImage image,
        int readMinutes,
        boolean breaking,
        Instant publishedAt) {}
