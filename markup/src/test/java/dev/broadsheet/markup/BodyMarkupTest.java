package dev.broadsheet.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.article.Block;
import dev.broadsheet.contracts.article.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyMarkupTest {

    @Test
    void eachKindOfBlockHasItsForm() {
        List<Block> body = List.of(
                new Block(Kind.HEADING, null, "What's *next*", null),
                new Block(Kind.PARAGRAPH, null, "Loans stay **dear**.", null),
                new Block(Kind.QUOTE, null, "We got home.", null),
                new Block(Kind.BULLETS, null, "Two things:", List.of("`One`", "Two")));

        assertThat(BodyMarkup.html(body))
                .isEqualTo("<h2>What&#39;s <em>next</em></h2>\n"
                        + "<p>Loans stay <strong>dear</strong>.</p>\n"
                        + "<blockquote>We got home.</blockquote>\n"
                        + "<p>Two things:</p><ul><li><code>One</code></li><li>Two</li></ul>");
        assertThat(BodyMarkup.text(body)).isEqualTo("""
                What's next

                Loans stay dear.

                > We got home.

                Two things:
                - "One"
                - Two""");
    }

    @Test
    void theAxiomLeadsIn() {
        List<Block> body = List.of(
                new Block(Kind.PARAGRAPH, "Why it matters", "It costs.", null),
                new Block(Kind.BULLETS, "Details", null, List.of("One")));

        assertThat(BodyMarkup.html(body))
                .isEqualTo("<p><strong>Why it matters:</strong> It costs.</p>\n"
                        + "<p><strong>Details:</strong></p><ul><li>One</li></ul>");
        assertThat(BodyMarkup.text(body)).isEqualTo("Why it matters: It costs.\n\nDetails:\n- One");
    }

    @Test
    void theAxiomIsPlainText() {
        List<Block> body =
                List.of(new Block(Kind.PARAGRAPH, "A & *B* <b>[c](https://example.org)</b> \uD800", "text", null));

        assertThat(BodyMarkup.html(body))
                .isEqualTo(
                        "<p><strong>A &amp; *B* &lt;b&gt;[c](https://example.org)&lt;/b&gt; \uFFFD:</strong> text</p>");
        assertThat(BodyMarkup.text(body)).isEqualTo("A & *B* <b>[c](https://example.org)</b> \uFFFD: text");
    }

    @Test
    void bulletsNeedNoIntroduction() {
        List<Block> body = List.of(new Block(Kind.BULLETS, null, null, List.of("*one*", "two")));

        assertThat(BodyMarkup.html(body)).isEqualTo("<ul><li><em>one</em></li><li>two</li></ul>");
        assertThat(BodyMarkup.text(body)).isEqualTo("- one\n- two");
    }

    @Test
    void inTextALinkIsFollowedByItsAddress() {
        assertThat(text("See [the *report*](https://example.org/a)."))
                .isEqualTo("See \"the report\" (https://example.org/a).");
        assertThat(text("<https://example.org> <desk@example.org>")).isEqualTo("https://example.org desk@example.org");
        assertThat(text("[a](javascript:x) ![b](https://tracker.example/i.png)"))
                .isEqualTo("a b");
    }

    @Test
    void inTextLinesStayTogetherWithTheirBlock() {
        List<Block> body = List.of(
                new Block(Kind.QUOTE, null, "one\ntwo\n\nthree", null),
                new Block(Kind.BULLETS, null, null, List.of("one  \ntwo")));

        assertThat(BodyMarkup.text(body)).isEqualTo("> one\n> two\n> three\n\n- one\n  two");
    }

    @Test
    void htmlInATextIsText() {
        assertThat(text("a <b>&amp;</b>")).isEqualTo("a <b>&</b>");
    }

    @Test
    void anEmptyBodyIsNothing() {
        assertThat(BodyMarkup.html(List.of())).isEmpty();
        assertThat(BodyMarkup.text(List.of())).isEmpty();
    }

    private static String text(String markdown) {
        return BodyMarkup.text(List.of(new Block(Kind.PARAGRAPH, null, markdown, null)));
    }
}
