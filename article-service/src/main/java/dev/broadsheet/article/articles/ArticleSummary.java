package dev.broadsheet.article.articles;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.topics.TopicView;
import java.time.Instant;
import java.util.List;

/** A published article as a list shows it: without its body. */
public record ArticleSummary(
        String slug,
        String url,
        String headline,
        String summary,
        TopicView topic,
        List<AuthorView> authors,
        List<String> newsletters,
        String market,
        ArticleImage image,
        int readMinutes,
        boolean breaking,
        Instant publishedAt) {}
