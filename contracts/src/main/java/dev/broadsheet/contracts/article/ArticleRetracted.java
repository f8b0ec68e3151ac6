package dev.broadsheet.contracts.article;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * An article was withdrawn. Whoever shows it stops; what was mailed stays mailed. It may be published again later, with a
 * new {@link ArticlePublished}.
 *
 * @param articleId the article, a UUIDv7; the record's key
 * @param slug the article's name in addresses when it was withdrawn
 * @param retractedAt when it was withdrawn
 */
public record ArticleRetracted(UUID articleId, String slug, Instant retractedAt) implements Event {

    public ArticleRetracted {
        Required.present(articleId, "articleId");
        Required.present(slug, "slug");
        Required.present(retractedAt, "retractedAt");
    }

    @Override
    public String aggregateId() {
        return articleId.toString();
    }
}
