package dev.broadsheet.contracts.article;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published article was edited. The whole new state, whatever of it changed.
 *
 * <p>The slug may be another one than before, so consumers tell articles apart by {@code articleId}.
 *
 * @param articleId the article, a UUIDv7; the record's key
 * @param slug the article's name in addresses from now on. It may have changed; the old address redirects
 * @param url where readers find it from now on, absolute
 * @param headline plain text
 * @param summary plain text
 * @param topic the section it belongs to
 * @param authors at least one, in the order of the byline
 * @param newsletters slugs of the newsletters that carry it, none or more
 * @param market the local market, for local news
 * @param image the lead image
 * @param body the text, block by block
 * @param wordCount words in the body
 * @param readMinutes whole minutes, at least one
 * @param publishedAt when it first became public; an edit does not change it
 * @param breaking true: it went to its newsletters at once when it was published. An edit mails nothing again
 * @param updatedAt when it was edited
 */
public record ArticleUpdated(
        UUID articleId,
        String slug,
        String url,
        String headline,
        String summary,
        ArticlePublished.Topic topic,
        List<ArticlePublished.Author> authors,
        List<String> newsletters,
        String market,
        ArticlePublished.Image image,
        List<Block> body,
        int wordCount,
        int readMinutes,
        Instant publishedAt,
        boolean breaking,
        Instant updatedAt)
        implements Event {

    public ArticleUpdated {
        Required.present(articleId, "articleId");
        Required.present(slug, "slug");
        Required.present(url, "url");
        Required.present(headline, "headline");
        Required.present(summary, "summary");
        Required.present(topic, "topic");
        authors = Required.items(authors, "authors");
        newsletters = Required.items(newsletters, "newsletters");
        body = Required.items(body, "body");
        Required.present(publishedAt, "publishedAt");
        Required.present(updatedAt, "updatedAt");
    }

    @Override
    public String aggregateId() {
        return articleId.toString();
    }
}
