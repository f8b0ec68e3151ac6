package dev.broadsheet.markup;

import dev.broadsheet.contracts.article.Block;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An article's blocks as HTML and as text. */
public final class BodyMarkup {

    private BodyMarkup() {}

    /** Paragraphs, headings, quotes and lists that may stand in a page or a mail as they are. */
    public static String html(List<Block> body) {
        return body.stream().map(BodyMarkup::html).collect(Collectors.joining("\n"));
    }

    /** The blocks with an empty line between them, bullets on a line each. */
    public static String text(List<Block> body) {
        return body.stream().map(BodyMarkup::text).collect(Collectors.joining("\n\n"));
    }

    private static String html(Block block) {
        String words = htmlWords(block);
        return switch (block.kind()) {
            case PARAGRAPH -> "<p>" + words + "</p>";
            case HEADING -> "<h2>" + words + "</h2>";
            case QUOTE -> "<blockquote>" + words + "</blockquote>";
            case BULLETS -> (words.isEmpty() ? "" : "<p>" + words + "</p>") + "<ul>" + htmlItems(block) + "</ul>";
        };
    }

    private static String htmlWords(Block block) {
        String text =
                block.text() == null ? "" : InlineMarkdown.of(block.text()).html();
        return block.axiom() == null
                ? text
                : ("<strong>" + HtmlText.escape(HtmlText.wellFormed(block.axiom())) + ":</strong> " + text).strip();
    }

    private static String htmlItems(Block block) {
        return items(block)
                .map(item -> "<li>" + InlineMarkdown.of(item).html() + "</li>")
                .collect(Collectors.joining());
    }

    private static String text(Block block) {
        String words = textWords(block);
        return switch (block.kind()) {
            case PARAGRAPH, HEADING -> words;
            case QUOTE -> "> " + words.replace("\n", "\n> ");
            case BULLETS ->
                Stream.concat(Stream.of(words).filter(lead -> !lead.isEmpty()), textItems(block))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String textWords(Block block) {
        String text =
                block.text() == null ? "" : InlineMarkdown.of(block.text()).text();
        return block.axiom() == null ? text : (HtmlText.wellFormed(block.axiom()) + ": " + text).strip();
    }

    private static Stream<String> textItems(Block block) {
        return items(block).map(item -> "- " + InlineMarkdown.of(item).text().replace("\n", "\n  "));
    }

    private static Stream<String> items(Block block) {
        return block.items() == null ? Stream.empty() : block.items().stream();
    }
}
