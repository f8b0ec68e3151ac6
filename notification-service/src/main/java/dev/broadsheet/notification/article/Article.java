package dev.broadsheet.notification.article;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.article.ArticlePublished;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An article as it is now, in the words of its publication whatever was edited since. */
@Entity
class Article {

    @Id
    UUID id;

    String headline;
    Instant publishedAt;
    String content;
    Instant changedAt;

    void become(ArticlePublished state, Instant at) {
        headline = state.headline();
        publishedAt = state.publishedAt();
        content = new String(EventJson.encode(state), StandardCharsets.UTF_8);
        changedAt = at;
    }

    ArticlePublished current() {
        return EventJson.decode(ArticlePublished.class, content.getBytes(StandardCharsets.UTF_8));
    }
}
