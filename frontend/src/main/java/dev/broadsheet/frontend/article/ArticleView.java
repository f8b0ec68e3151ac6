package dev.broadsheet.frontend.article;

import dev.broadsheet.markup.InlineMarkdown;
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
     * A block whose words and items are HTML that may stand in a page as it is.
     *
     * @param kind of the kinds that the page has a form for; others show as a paragraph
     * @param axiom plain text, which the page escapes; null where there is none
     * @param words may be empty
     */
    record ShownBlock(String kind, String axiom, RawString words, List<RawString> items) {

        static ShownBlock of(Article.Block block) {
            return new ShownBlock(
                    block.kind(),
                    block.axiom(),
                    html(block.text() == null ? "" : block.text()),
                    block.items().stream().map(ShownBlock::html).toList());
        }

        public boolean hasWords() {
            return axiom != null || !words.getValue().isBlank();
        }

        private static RawString html(String markdown) {
            return new RawString(InlineMarkdown.of(markdown).html());
        }
    }
}
