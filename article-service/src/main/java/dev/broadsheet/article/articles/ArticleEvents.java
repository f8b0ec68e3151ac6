package dev.broadsheet.article.articles;

import dev.broadsheet.contracts.article.ArticlePublished;

/** What other services are told of an article. */
final class ArticleEvents {

    private ArticleEvents() {}

    static ArticlePublished published(Article article, String url) {
        ArticleImage image = article.image();
        return new ArticlePublished(
                article.id(),
                article.slug(),
                url,
                article.headline(),
                article.summary(),
                new ArticlePublished.Topic(
                        article.topic().slug(), article.topic().name()),
                article.authors().stream()
                        .map(author -> new ArticlePublished.Author(author.slug(), author.name()))
                        .toList(),
                article.newsletters(),
                article.market(),
                image == null ? null : new ArticlePublished.Image(image.url(), image.alt(), image.credit()),
                article.body(),
                article.wordCount(),
                article.readMinutes(),
                article.publishedAt(),
                article.breaking());
    }
}
