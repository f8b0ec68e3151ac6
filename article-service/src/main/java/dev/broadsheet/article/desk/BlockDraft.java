package dev.broadsheet.article.desk;

import dev.broadsheet.article.text.NoControlCharacters;
import dev.broadsheet.article.text.Required;
import dev.broadsheet.contracts.article.Block;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;

/** One block of the body as an editor sends it. */
public record BlockDraft(
        @NotNull Block.Kind kind,
        @Size(max = 120) @NoControlCharacters String axiom,
        @Size(max = 5000) @NoControlCharacters(lines = true) String text,
        @Size(max = 50) List<@NotNull @Required @Size(max = 1000) @NoControlCharacters String> items) {

    Block block() {
        List<String> bullets = items == null || items.isEmpty()
                ? null
                : items.stream().map(String::strip).toList();
        return new Block(kind, strippedOrNull(axiom), strippedOrNull(text), bullets);
    }

    boolean hasText() {
        return text != null && !text.isBlank();
    }

    boolean hasItems() {
        return items != null && !items.isEmpty();
    }

    int length() {
        return Stream.concat(Stream.of(axiom == null ? "" : axiom, text == null ? "" : text), itemsOrNone())
                .mapToInt(String::length)
                .sum();
    }

    private Stream<String> itemsOrNone() {
        return items == null ? Stream.empty() : items.stream();
    }

    private static String strippedOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
