package dev.broadsheet.article.desk;

import dev.broadsheet.article.reading.PublishedArticle;
import dev.broadsheet.markup.BodyMarkup;

/**
 * An article as it would look if it were published now.
 *
 * @param page what the public API would answer, and the text in HTML as pages show it
 * @param mail what an edition that carries it would say
 */
public record ArticlePreview(Page page, Mail mail) {

    /** @param html safe to stand in a page: made of the blocks by the library that pages and mails use too */
    public record Page(PublishedArticle article, String html) {}

    /**
     * @param subject of breaking news; a digest has its own
     * @param preheader what mail programs show beside the subject
     */
    public record Mail(String subject, String preheader, String html, String text) {}

    static ArticlePreview of(PublishedArticle article) {
        String html = BodyMarkup.html(article.body());
        return new ArticlePreview(
                new Page(article, html),
                new Mail(article.headline(), article.summary(), html, BodyMarkup.text(article.body())));
    }
}
