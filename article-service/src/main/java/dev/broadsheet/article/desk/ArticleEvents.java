package dev.broadsheet.article.desk;

import dev.broadsheet.article.reading.ArticleImage;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.ArticleRetracted;
import dev.broadsheet.contracts.article.ArticleUpdated;
import java.util.List;

/** What other services are told of an article. */
final class ArticleEvents {

    private ArticleEvents() {}

    static ArticlePublished published(Article article, String url) {
        return new ArticlePublished(
                article.id(),
                article.slug(),
                url,
                article.headline(),
                article.summary(),
                topic(article),
                authors(article),
                article.newsletters(),
                article.market(),
                image(article),
                article.body(),
                article.wordCount(),
                article.readMinutes(),
                article.publishedAt(),
                article.breaking());
    }

    static ArticleUpdated updated(Article article, String url) {
        return new ArticleUpdated(
                article.id(),
                article.slug(),
                url,
                article.headline(),
                article.summary(),
                topic(article),
                authors(article),
                article.newsletters(),
                article.market(),
                image(article),
                article.body(),
                article.wordCount(),
                article.readMinutes(),
                article.publishedAt(),
                article.breaking(),
                article.updatedAt());
    }

    static ArticleRetracted retracted(Article article) {
        return new ArticleRetracted(article.id(), article.slug(), article.retractedAt());
    }

    private static ArticlePublished.Topic topic(Article article) {
        return new ArticlePublished.Topic(
                article.topic().slug(), article.topic().name());
    }

    private static List<ArticlePublished.Author> authors(Article article) {
        return article.authors().stream()
                .map(author -> new ArticlePublished.Author(author.slug(), author.name()))
                .toList();
    }

    private static ArticlePublished.Image image(Article article) {
        ArticleImage image = article.image();
        return image == null
                ? null
                : new ArticlePublished.Image(image.url(), image.alt(), image.credit(), image.caption());
    }
}
