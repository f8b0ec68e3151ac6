package dev.broadsheet.frontend.article;

import dev.broadsheet.frontend.article.ArticleView.ShownBlock;
import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns a block's inline Markdown into HTML. Everything that is not Markdown is escaped, HTML too. */
@Singleton
class ArticleMarkup {

    /** No block structure: a block's text is one run of inline Markdown, whatever it starts with. */
    private final Parser parser = Parser.builder().enabledBlockTypes(Set.of()).build();

    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .omitSingleParagraphP(true)
            .nodeRendererFactory(ImagesAsText::new)
            .build();

    ShownBlock show(Article.Block block) {
        String axiom = block.axiom() == null ? "" : "<strong>" + inline(block.axiom() + ":") + "</strong> ";
        String text = block.text() == null ? "" : inline(block.text());
        return new ShownBlock(
                block.kind(),
                new RawString(axiom + text),
                block.items().stream().map(item -> new RawString(inline(item))).toList());
    }

    private String inline(String markdown) {
        return html.render(parser.parse(markdown)).strip();
    }

    /** An image in the text could be anybody's; the reader gets its description. */
    private record ImagesAsText(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
