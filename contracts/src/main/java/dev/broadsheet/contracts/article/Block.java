package dev.broadsheet.contracts.article;

import dev.broadsheet.contracts.Required;
import java.util.List;

/**
 * One block of an article's body.
 *
 * <p>Text and items are a small subset of Markdown (emphasis, strong, code, links to http, https and mailto). They are
 * never HTML: whoever shows them escapes everything else.
 *
 * @param kind what kind of block
 * @param axiom bold lead-in such as "Why it matters"
 * @param text the block's text; absent for {@link Kind#BULLETS} that have no introduction
 * @param items the bullets, for {@link Kind#BULLETS}
 */
public record Block(Kind kind, String axiom, String text, List<String> items) {

    public Block {
        Required.present(kind, "body[].kind");
        items = items == null ? null : Required.items(items, "body[].items");
    }

    public enum Kind {
        PARAGRAPH,
        BULLETS,
        QUOTE,
        HEADING
    }
}
