package dev.broadsheet.notification.article;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.article.ArticlePublished;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An article as it was published. */
@Entity
class Article {

    @Id
    UUID id;

    String headline;
    Instant publishedAt;
    String content;

    void become(ArticlePublished published) {
        headline = published.headline();
        publishedAt = published.publishedAt();
        content = new String(EventJson.encode(published), StandardCharsets.UTF_8);
    }

    ArticlePublished published() {
        return EventJson.decode(ArticlePublished.class, content.getBytes(StandardCharsets.UTF_8));
    }
}
