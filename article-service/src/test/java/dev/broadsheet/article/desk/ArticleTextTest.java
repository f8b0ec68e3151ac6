package dev.broadsheet.article.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.text.ReadingTime;
import dev.broadsheet.contracts.article.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleTextTest {

    private static final Block HEADING = new Block(Block.Kind.HEADING, null, "A *heading*", null);
    private static final Block BULLETS =
            new Block(Block.Kind.BULLETS, "The numbers", null, List.of("**Two** words", "7"));
    private static final Block QUOTE = new Block(Block.Kind.QUOTE, null, "\"We `can` wait.\"", null);

    @Test
    void theFirstParagraphIsTheSummary() {
        assertThat(ArticleText.summary(List.of(
                        HEADING,
                        BULLETS,
                        paragraph("The *first* [one](https://example.org)."),
                        paragraph("The second."))))
                .isEqualTo("The first one.");
    }

    @Test
    void aParagraphThatSaysNothingIsPassedOver() {
        assertThat(ArticleText.summary(List.of(paragraph("![](https://example.org/a.png)"), paragraph("Words."))))
                .isEqualTo("Words.");
    }

    @Test
    void withoutAParagraphTheFirstTextIsTheSummary() {
        assertThat(ArticleText.summary(List.of(HEADING, BULLETS))).isEqualTo("A heading");
        assertThat(ArticleText.summary(List.of(BULLETS, QUOTE))).isEqualTo("The numbers");
        assertThat(ArticleText.summary(List.of(QUOTE))).isEqualTo("\"We can wait.\"");
    }

    @Test
    void aBodyThatSaysNothingHasNoSummary() {
        assertThat(ArticleText.summary(List.of(paragraph("![](https://example.org/a.png)"))))
                .isNull();
    }

    @Test
    void anAxiomIsNoPartOfASummary() {
        assertThat(ArticleText.summary(List.of(new Block(Block.Kind.PARAGRAPH, "Why it matters", "It does.", null))))
                .isEqualTo("It does.");
    }

    @Test
    void aSummaryIsCutAtAWordWithoutHalfOfAMark() {
        String summary = ArticleText.summary(List.of(paragraph("**strong words** ".repeat(40))));
        assertThat(summary)
                .hasSizeLessThanOrEqualTo(ArticleText.SUMMARY_LENGTH)
                .hasSizeGreaterThan(ArticleText.SUMMARY_LENGTH - 20)
                .endsWith("…")
                .doesNotContain("*");
    }

    @Test
    void axiomsAndBulletsAreReadAndAddressesAreNot() {
        assertThat(ArticleText.readingTime(List.of(HEADING))).isEqualTo(new ReadingTime(2, 1));
        assertThat(ArticleText.readingTime(List.of(BULLETS))).isEqualTo(new ReadingTime(5, 1));
        assertThat(ArticleText.readingTime(List.of(QUOTE))).isEqualTo(new ReadingTime(3, 1));
        assertThat(ArticleText.readingTime(List.of(paragraph("[two words](https://example.org/a/b/c \"a title\")"))))
                .isEqualTo(new ReadingTime(2, 1));
    }

    @Test
    void blocksAddUp() {
        List<Block> body = List.of(paragraph("word ".repeat(200)), paragraph("word ".repeat(38)), paragraph("word"));
        assertThat(ArticleText.readingTime(body)).isEqualTo(new ReadingTime(239, 2));
    }

    @Test
    void thePlainTextHasALineForEachBlock() {
        assertThat(ArticleText.plain(List.of(HEADING, BULLETS, QUOTE)))
                .isEqualTo("A heading\nThe numbers Two words 7\n\"We can wait.\"");
    }

    private static Block paragraph(String text) {
        return new Block(Block.Kind.PARAGRAPH, null, text, null);
    }
}
