package dev.broadsheet.article.reading;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.article.topics.TopicView;
import dev.broadsheet.contracts.article.Block;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All of an article's row that its readers see, and whether they still may. */
record WholeArticle(
        UUID id,
        boolean retracted,
        String slug,
        String headline,
        String summary,
        String topicSlug,
        String topicName,
        List<String> newsletters,
        String market,
        ArticleImage image,
        List<Block> body,
        int wordCount,
        int readMinutes,
        boolean breaking,
        Instant publishedAt,
        Instant updatedAt) {

    PublishedArticle published(PublicSite site, List<AuthorView> byline) {
        return new PublishedArticle(
                id,
                slug,
                site.article(slug),
                headline,
                summary,
                new TopicView(topicSlug, topicName),
                byline,
                newsletters,
                market,
                image,
                body,
                wordCount,
                readMinutes,
                breaking,
                publishedAt,
                updatedAt);
    }
}
