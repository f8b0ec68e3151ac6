package dev.broadsheet.article.articles;

import dev.broadsheet.article.text.MarkdownText;
import dev.broadsheet.article.text.ReadingTime;
import dev.broadsheet.contracts.article.Block;
import java.util.List;
import java.util.stream.Stream;

/** What is read out of an article's body. */
final class ArticleText {

    /** Some two sentences: what a mail program's preview and a list entry show. */
    static final int SUMMARY_LENGTH = 300;

    private ArticleText() {}

    static ReadingTime readingTime(List<Block> body) {
        return ReadingTime.of(body.stream().flatMap(ArticleText::plainTexts).toList());
    }

    /** The first paragraph that says something, else the first text of any kind; null if there is none. */
    static String summary(List<Block> body) {
        Stream<String> paragraphs = body.stream()
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
                .map(block -> MarkdownText.of(block.text()).plain());
        return Stream.concat(paragraphs, body.stream().flatMap(ArticleText::plainTexts))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(ArticleText::shortened)
                .orElse(null);
    }

    private static Stream<String> plainTexts(Block block) {
        Stream<String> items = block.items() == null ? Stream.empty() : block.items().stream();
        Stream<String> texts = Stream.concat(Stream.ofNullable(block.text()), items)
                .map(text -> MarkdownText.of(text).plain());
        return block.axiom() == null ? texts : Stream.concat(Stream.of(block.axiom()), texts);
    }

    private static String shortened(String text) {
        if (text.length() <= SUMMARY_LENGTH) {
            return text;
        }
        int space = text.lastIndexOf(' ', SUMMARY_LENGTH - 1);
        int end = space > SUMMARY_LENGTH / 2 ? space : SUMMARY_LENGTH - 1;
        // Never half of a surrogate pair.
        int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, whole).stripTrailing() + "…";
    }
}
