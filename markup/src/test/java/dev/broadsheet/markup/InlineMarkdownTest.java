package dev.broadsheet.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineMarkdownTest {

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
        assertThat(InlineMarkdown.of(markdown).plain()).isEqualTo(plain);
    }

    @Test
    void linesBecomeOne() {
        assertThat(InlineMarkdown.of("one\ntwo  \nthree\n\nfour").plain()).isEqualTo("one two three four");
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
        assertThat(InlineMarkdown.of(markdown).hasOnlySafeLinks()).isTrue();
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
                "[a]()",
                "[a](https://example.org) and [b](ftp://example.org) and [c](https://example.org)"
            })
    void anyOtherLinkIsNot(String markdown) {
        assertThat(InlineMarkdown.of(markdown).hasOnlySafeLinks()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*a* **b** `c` [d](mailto:d@example.org) "
                        + "| <em>a</em> <strong>b</strong> <code>c</code> <a href=\"mailto:d@example.org\">d</a>",
                "[a](https://example.org/?x=1&y='2') "
                        + "| <a href=\"https://example.org/?x=1&amp;y=&#39;2&#39;\">a</a>",
                "<https://example.org> | <a href=\"https://example.org\">https://example.org</a>",
                "AT&amp;T & Co         | AT&amp;T &amp; Co",
                "# one                 | # one",
                "- one                 | - one"
            })
    void theMarksBecomeHtml(String markdown, String html) {
        assertThat(InlineMarkdown.of(markdown).html()).isEqualTo(html);
    }

    @Test
    void htmlIsText() {
        assertThat(InlineMarkdown.of("<script>alert(1)</script> & <b onclick=x>b</b>")
                        .html())
                .isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b onclick=x&gt;b&lt;/b&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](javascript:alert)", "[a](data:text/html,x)", "[a](/relative)", "[a](https://a|b)"})
    void aLinkThatIsNotSafeIsItsWords(String markdown) {
        assertThat(InlineMarkdown.of(markdown).html()).isEqualTo("a");
    }

    @Test
    void anImageIsItsDescription() {
        assertThat(InlineMarkdown.of("See ![a **rising** line](https://tracker.example/pixel.gif)!")
                        .html())
                .isEqualTo("See a <strong>rising</strong> line!");
    }

    @Test
    void aLinkInALinkIsItsWords() {
        assertThat(InlineMarkdown.of("[see <https://a.example>](https://b.example)")
                        .html())
                .isEqualTo("<a href=\"https://b.example\">see https://a.example</a>");
        assertThat(InlineMarkdown.of("[![see <https://a.example>](https://i.example)](https://b.example)")
                        .html())
                .isEqualTo("<a href=\"https://b.example\">see https://a.example</a>");
    }

    @Test
    void linesAndParagraphsStayInsideTheOneParagraph() {
        assertThat(InlineMarkdown.of("one\ntwo  \nthree\n\nfour").html())
                .isEqualTo("one\ntwo<br>\nthree<br><br>\nfour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                                     | 0",
                "`code`                                    | 0",
                "*a*                                       | 1",
                "*a* **b** [c](https://example.org)        | 1",
                "*a **b** c*                               | 2",
                "[*a **b***](https://example.org) and more | 3",
                "![*a*](https://example.org)               | 2"
            })
    void theDepthIsThatOfTheDeepestMark(String markdown, int depth) {
        assertThat(InlineMarkdown.of(markdown).depth()).isEqualTo(depth);
    }

    @Test
    void aTextAsDeepAsAllowedKeepsItsMarks() {
        InlineMarkdown markdown = InlineMarkdown.of(nested(InlineMarkdown.DEEPEST));

        assertThat(markdown.depth()).isEqualTo(InlineMarkdown.DEEPEST);
        assertThat(markdown.html()).startsWith("<em>a <strong>a <em>a");
    }

    @Test
    void aDeeperTextIsPlainAndStillEscaped() {
        InlineMarkdown markdown = InlineMarkdown.of(nested(InlineMarkdown.DEEPEST + 1) + " <b>&");

        assertThat(markdown.depth()).isEqualTo(InlineMarkdown.DEEPEST + 1);
        assertThat(markdown.html()).startsWith("a a a").endsWith(" &lt;b&gt;&amp;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "a\uDBFF b", "\uDC00\uD800", "[a\uD800](https://example.org/\uDFFF)"})
    void halfASurrogatePairIsReplaced(String markdown) {
        InlineMarkdown text = InlineMarkdown.of(markdown);

        assertThat(text.html()).contains("\uFFFD").doesNotContainPattern("\\p{Cs}");
        assertThat(text.plain()).contains("\uFFFD").doesNotContainPattern("\\p{Cs}");
    }

    @Test
    void aWholeSurrogatePairStays() {
        assertThat(InlineMarkdown.of("*\uD83E\uDDEE*").html()).isEqualTo("<em>\uD83E\uDDEE</em>");
    }

    /** As long as an event's schema lets a text be. The parser's time grows with the square of its links. */
    @Test
    void theLongestTextIsRead() {
        String links = "*Loans* stay **dear**, says [a bank](https://example.org/a). ".repeat(50_000 / 60);

        assertThat(InlineMarkdown.of(links).html()).hasSizeGreaterThan(50_000);
        assertThat(InlineMarkdown.of("a".repeat(50_000)).plain()).hasSize(50_000);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(InlineMarkdown.of("").html()).isEmpty();
        assertThat(InlineMarkdown.of(" \n \n").plain()).isEmpty();
    }

    /** Emphasis and strong in turn: two of the same kind side by side would be one mark of the other. */
    static String nested(int depth) {
        StringBuilder opening = new StringBuilder();
        StringBuilder closing = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            opening.append(i % 2 == 0 ? "*a " : "**a ");
            closing.insert(0, i % 2 == 0 ? " a*" : " a**");
        }
        return opening + "b" + closing;
    }
}
