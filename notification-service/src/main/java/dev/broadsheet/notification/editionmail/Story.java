package dev.broadsheet.notification.editionmail;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.markup.BodyMarkup;
import java.util.List;

/**
 * An article as an edition shows it.
 *
 * @param image the lead image; null if there is none that mail programs show
 * @param html the body, safe to stand in a mail as it is
 * @param text the body for mail programs without HTML
 */
record Story(
        String headline,
        String url,
        String section,
        String byline,
        String readTime,
        String summary,
        String goDeeper,
        ArticlePublished.Image image,
        String html,
        String text) {

    static Story of(ArticlePublished article, Words words) {
        return new Story(
                article.headline(),
                article.url(),
                article.topic().name(),
                words.byline(names(article.authors(), words.and())),
                words.readTime(article.readMinutes()),
                article.summary(),
                words.goDeeper(article.readMinutes()),
                Images.shown(article.image()),
                BodyStyle.inline(BodyMarkup.html(article.body())),
                BodyMarkup.text(article.body()));
    }

    private static String names(List<ArticlePublished.Author> authors, String and) {
        List<String> names = authors.stream().map(ArticlePublished.Author::name).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " " + and + " " + names.get(last);
    }
}
