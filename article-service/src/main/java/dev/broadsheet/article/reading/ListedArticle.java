package dev.broadsheet.article.reading;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.article.topics.TopicView;
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
        Instant publishedAt) {

    ArticleSummary summary(
            PublicSite site, List<AuthorView> byline, List<ArticleSummary.Passage> highlights, String excerpt) {
        return new ArticleSummary(
                slug,
                site.article(slug),
                headline,
                summary,
                new TopicView(topicSlug, topicName),
                byline,
                newsletters,
                market,
                image,
                readMinutes,
                breaking,
                publishedAt,
                highlights,
                excerpt);
    }
}
