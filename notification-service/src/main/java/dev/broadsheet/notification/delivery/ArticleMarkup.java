package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.article.Block;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Turns an article's blocks into HTML and into text. The editors' Markdown is parsed; everything else is escaped. */
@ApplicationScoped
class ArticleMarkup {

    /** No block structure: a block's text is one run of inline Markdown, whatever it starts with. */
    private final Parser parser = Parser.builder().enabledBlockTypes(Set.of()).build();

    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .omitSingleParagraphP(true)
            .build();

    private final TextContentRenderer text = TextContentRenderer.builder().build();

    String html(List<Block> body) {
        return body.stream().map(this::html).collect(Collectors.joining("\n"));
    }

    String text(List<Block> body) {
        return body.stream().map(this::text).collect(Collectors.joining("\n\n"));
    }

    private String html(Block block) {
        String axiom = block.axiom() == null ? "" : "<strong>" + inline(block.axiom() + ":") + "</strong> ";
        String words = axiom + (block.text() == null ? "" : inline(block.text()));
        return switch (block.kind()) {
            case PARAGRAPH -> "<p>" + words + "</p>";
            case HEADING -> "<h2>" + words + "</h2>";
            case QUOTE -> "<blockquote>" + words + "</blockquote>";
            case BULLETS -> (words.isBlank() ? "" : "<p>" + words + "</p>") + "<ul>" + htmlItems(block) + "</ul>";
        };
    }

    private String htmlItems(Block block) {
        return items(block).map(item -> "<li>" + inline(item) + "</li>").collect(Collectors.joining());
    }

    private String text(Block block) {
        String axiom = block.axiom() == null ? "" : block.axiom() + ": ";
        String words = axiom + (block.text() == null ? "" : plain(block.text()));
        return switch (block.kind()) {
            case PARAGRAPH, HEADING -> words;
            case QUOTE -> "> " + words;
            case BULLETS ->
                words
                        + (words.isBlank() ? "" : "\n")
                        + items(block).map(item -> "- " + plain(item)).collect(Collectors.joining("\n"));
        };
    }

    private static Stream<String> items(Block block) {
        return block.items() == null ? Stream.empty() : block.items().stream();
    }

    private String inline(String markdown) {
        return html.render(parse(markdown)).strip();
    }

    private String plain(String markdown) {
        return text.render(parse(markdown)).strip();
    }

    private Node parse(String markdown) {
        return parser.parse(markdown);
    }
}
