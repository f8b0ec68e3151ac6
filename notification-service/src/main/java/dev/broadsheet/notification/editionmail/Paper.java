package dev.broadsheet.notification.editionmail;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.language.Language;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that an edition's mail says, in one language: what both of its parts are made from.
 *
 * @param language a BCP 47 tag, of the words around the articles
 * @param preview what a mailbox shows beside the subject
 * @param url the edition as a page
 * @param why why the reader gets this
 * @param wayOut where the reader leaves
 * @param preferences where the reader chooses
 */
record Paper(
        String language,
        String subject,
        String preview,
        String newsletter,
        String tagline,
        boolean isDigest,
        List<Story> stories,
        String url,
        String viewInBrowser,
        String readOnSite,
        String why,
        String unsubscribe,
        String wayOut,
        String managePreferences,
        String preferences) {

    static Paper of(EditionContent content, Language language, String url, String wayOut, String preferences) {
        Words words = language.words(Words.class);
        String newsletter = content.masthead().name();
        List<ArticlePublished> articles = content.articles();
        String headline = articles.get(0).headline();
        return new Paper(
                language.tag(),
                content.isDigest() ? newsletter + ": " + headline : headline,
                preview(articles),
                newsletter,
                content.masthead().tagline(),
                content.isDigest(),
                articles.stream().map(article -> Story.of(article, words)).toList(),
                url,
                words.viewInBrowser(),
                words.readOnSite(),
                words.why(newsletter),
                words.unsubscribe(),
                wayOut,
                words.preferences(),
                preferences);
    }

    /** Of several articles the other headlines: the first is in the subject. */
    private static String preview(List<ArticlePublished> articles) {
        return articles.size() == 1
                ? articles.get(0).summary()
                : articles.stream().skip(1).map(ArticlePublished::headline).collect(Collectors.joining(" · "));
    }
}
