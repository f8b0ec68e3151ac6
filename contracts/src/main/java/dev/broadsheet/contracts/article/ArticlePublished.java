package dev.broadsheet.contracts.article;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An article became public. Once for each publishing: an article that was retracted and is published again is told of
 * again.
 *
 * @param articleId the article, a UUIDv7; the record's key
 * @param slug the article's name in addresses; stable, unless an editor changes it: then {@link ArticleUpdated} says so and the
 *     old address redirects
 * @param url where readers find it, absolute
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
 * @param publishedAt when it became public
 * @param breaking true: it goes to its newsletters at once; false: it joins the next edition of each
 */
public record ArticlePublished(
        UUID articleId,
        String slug,
        String url,
        String headline,
        String summary,
        Topic topic,
        List<Author> authors,
        List<String> newsletters,
        String market,
        Image image,
        List<Block> body,
        int wordCount,
        int readMinutes,
        Instant publishedAt,
        boolean breaking)
        implements Event {

    public ArticlePublished {
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
    }

    @Override
    public String aggregateId() {
        return articleId.toString();
    }

    /** The section that an article belongs to. */
    public record Topic(String slug, String name) {
        public Topic {
            Required.present(slug, "topic.slug");
            Required.present(name, "topic.name");
        }
    }

    /** One name of the byline. */
    public record Author(String slug, String name) {
        public Author {
            Required.present(slug, "authors[].slug");
            Required.present(name, "authors[].name");
        }
    }

    /**
     * @param url absolute
     * @param alt what the image shows, for those who do not see it
     * @param credit who made it
     * @param caption what to say under it, plain text
     */
    public record Image(String url, String alt, String credit, String caption) {
        public Image {
            Required.present(url, "image.url");
            Required.present(alt, "image.alt");
        }
    }
}
