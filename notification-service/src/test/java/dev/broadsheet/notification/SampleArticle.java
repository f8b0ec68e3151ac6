package dev.broadsheet.notification;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.Block;
import dev.broadsheet.outbox.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An article with everything that a mail has to bring home safely. */
record SampleArticle(String headline, ArticlePublished.Image image) {

    static SampleArticle named(String headline) {
        return new SampleArticle(headline, null);
    }

    SampleArticle withImage(String file) {
        return new SampleArticle(
                headline,
                new ArticlePublished.Image(
                        "https://images.example.org/" + file, "A port, \"seen\" from above", "Lena Osk", null));
    }

    ArticlePublished make() {
        UUID id = Ids.next();
        return new ArticlePublished(
                id,
                "article-" + id,
                "http://localhost:8080/articles/article-" + id,
                headline,
                "A summary",
                new ArticlePublished.Topic("economy", "Economy"),
                List.of(
                        new ArticlePublished.Author("amara-okafor", "Amara Okafor"),
                        new ArticlePublished.Author("noe-unal", "Noé Ünal")),
                List.of("any"),
                null,
                image,
                List.of(
                        new Block(
                                Block.Kind.PARAGRAPH,
                                "Why it matters",
                                "It is **bold**, <b>not HTML</b> and [no script](javascript:alert(1)).",
                                null),
                        new Block(Block.Kind.HEADING, null, "The details", null),
                        new Block(Block.Kind.QUOTE, null, "Nobody said so.", null),
                        new Block(Block.Kind.BULLETS, null, null, List.of("First", "[Second](https://example.com/)"))),
                600,
                3,
                Instant.now(),
                true);
    }
}
