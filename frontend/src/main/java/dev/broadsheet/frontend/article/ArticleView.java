package dev.broadsheet.frontend.article;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * An article as its page shows it.
 *
 * @param newsletters slugs, the first of which is offered
 * @param illustration null where there is none to show
 */
record ArticleView(ArticleSummary head, List<String> newsletters, Illustration illustration, List<ShownBlock> body) {

    /**
     * A block in HTML that may stand in a page as it is.
     *
     * @param kind of the kinds that the page has a form for; others show as a paragraph
     * @param words may be empty
     */
    record ShownBlock(String kind, RawString words, List<RawString> items) {

        public boolean hasWords() {
            return !words.getValue().isBlank();
        }
    }
}
