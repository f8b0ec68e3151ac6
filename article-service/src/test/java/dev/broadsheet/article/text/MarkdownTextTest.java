package dev.broadsheet.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*Loans* stay **dear**                     | Loans stay dear",
                "See [the report](https://example.org/a b) | See [the report](https://example.org/a b)",
                "See [the report](https://example.org/a)   | See the report",
                "Run `broadsheet up`                       | Run broadsheet up",
                "# Not a heading                           | # Not a heading",
                "1. Not a list                             | 1. Not a list",
                "a <b>bold</b> claim                       | a <b>bold</b> claim",
                "5 * 3 * 2                                 | 5 * 3 * 2",
                "AT&amp;T                                  | AT&T"
            })
    void theMarksAreNotRead(String markdown, String plain) {
        assertThat(MarkdownText.of(markdown).plain()).isEqualTo(plain);
    }

    @Test
    void linesBecomeOne() {
        assertThat(MarkdownText.of("one\ntwo  \nthree\n\nfour").plain()).isEqualTo("one two three four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](https://example.org)",
                "[a](HTTP://example.org)",
                "[a](mailto:desk@example.org)",
                "<https://example.org>",
                "no link"
            })
    void linksToTheWebAndToMailAreSafe(String markdown) {
        assertThat(MarkdownText.of(markdown).hasOnlySafeLinks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert)",
                "[a](JaVaScRiPt:alert)",
                "[a](java&#115;cript:alert)",
                "*[a](data:text/html,x)*",
                "![a](file:///etc/passwd)",
                "<vbscript:x>",
                "[a](/relative)",
                "[a](//example.org)",
                "[a]()"
            })
    void anyOtherLinkIsNot(String markdown) {
        assertThat(MarkdownText.of(markdown).hasOnlySafeLinks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a **b ", "[", "![[]()", "`", "<a ", "_a __b ", "[a](", "&"})
    void nestingHarmsNobody(String bomb) {
        MarkdownText text = MarkdownText.of(bomb.repeat(5000 / bomb.length()) + "*".repeat(200));
        assertThat(text.plain()).isNotEmpty();
        text.hasOnlySafeLinks();
    }
}
