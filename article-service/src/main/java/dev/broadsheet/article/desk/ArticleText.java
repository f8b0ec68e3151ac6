package dev.broadsheet.article.desk;

import dev.broadsheet.article.text.ReadingTime;
import dev.broadsheet.article.text.Shortened;
import dev.broadsheet.contracts.article.Block;
import dev.broadsheet.markup.InlineMarkdown;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is read out of an article's body. */
final class ArticleText {

    /** Some two sentences: what a mail program's preview and a list entry show. */
    static final int SUMMARY_LENGTH = 300;

    /**
     * The rest of a text is not searched: PostgreSQL takes a megabyte of distinct words, and a character costs up to
     * seven bytes (three in UTF-8, as much again in the parts of a compound, and its place).
     */
    static final int SEARCHED_LENGTH = 120_000;

    private ArticleText() {}

    static ReadingTime readingTime(List<Block> body) {
        return ReadingTime.of(body.stream().flatMap(ArticleText::plainTexts).toList());
    }

    /** The first paragraph that says something, else the first text of any kind; null if there is none. */
    static String summary(List<Block> body) {
        Stream<String> paragraphs = body.stream()
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
                .map(block -> InlineMarkdown.of(block.text()).plain());
        return Stream.concat(paragraphs, body.stream().flatMap(ArticleText::plainTexts))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> Shortened.of(text, SUMMARY_LENGTH))
                .orElse(null);
    }

    /** What a reader reads of it, a line for each block. */
    static String plain(List<Block> body) {
        return body.stream()
                .map(block -> plainTexts(block).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** What a search finds it by. */
    static String searchable(List<Block> body) {
        return Shortened.of(plain(body), SEARCHED_LENGTH);
    }

    private static Stream<String> plainTexts(Block block) {
        Stream<String> items = block.items() == null ? Stream.empty() : block.items().stream();
        Stream<String> texts = Stream.concat(Stream.ofNullable(block.text()), items)
                .map(text -> InlineMarkdown.of(text).plain());
        return block.axiom() == null ? texts : Stream.concat(Stream.of(block.axiom()), texts);
    }
}
