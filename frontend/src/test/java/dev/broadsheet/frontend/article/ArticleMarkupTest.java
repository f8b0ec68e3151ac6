package dev.broadsheet.frontend.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.article.ArticleView.ShownBlock;
import io.quarkus.qute.RawString;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleMarkupTest {

    private final ArticleMarkup markup = new ArticleMarkup();

    @Test
    void theMarkdownOfABlockBecomesHtml() {
        assertThat(html("*a* **b** `c` [d](mailto:d@example.org)"))
                .isEqualTo("<em>a</em> <strong>b</strong> <code>c</code> "
                        + "<a rel=\"nofollow\" href=\"mailto:d@example.org\">d</a>");
    }

    @Test
    void htmlIsText() {
        assertThat(html("<script>alert(1)</script> & <b onclick=x>b</b>"))
                .isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b onclick=x&gt;b&lt;/b&gt;");
    }

    @Test
    void aLinkThatWouldRunSomethingLeadsNowhere() {
        assertThat(html("[a](javascript:alert)")).isEqualTo("<a rel=\"nofollow\" href=\"\">a</a>");
        assertThat(html("[a](data:text/html,x)")).isEqualTo("<a rel=\"nofollow\" href=\"\">a</a>");
    }

    @Test
    void anImageIsItsDescription() {
        assertThat(html("See ![a **rising** line](https://tracker.example/pixel.gif)!"))
                .isEqualTo("See a <strong>rising</strong> line!");
    }

    @Test
    void whatLooksLikeAHeadingOrAListIsText() {
        assertThat(html("# one")).isEqualTo("# one");
        assertThat(html("- one")).isEqualTo("- one");
    }

    @Test
    void theAxiomLeadsIn() {
        assertThat(markup.show(new Article.Block("PARAGRAPH", "A & B", "text", null))
                        .words()
                        .getValue())
                .isEqualTo("<strong>A &amp; B:</strong> text");
    }

    @Test
    void bulletsNeedNoIntroduction() {
        ShownBlock block = markup.show(new Article.Block("BULLETS", null, null, List.of("*one*", "two")));

        assertThat(block.hasWords()).isFalse();
        assertThat(block.items()).extracting(RawString::getValue).containsExactly("<em>one</em>", "two");
    }

    @Test
    void emphasisMayBeNestedAsDeepAsATextIsLong() {
        String nested = "*a **b ".repeat(700) + "c" + "** d*".repeat(700);

        assertThat(html(nested)).contains("<em>a <strong>b <em>a");
    }

    private String html(String text) {
        return markup.show(new Article.Block("PARAGRAPH", null, text, null))
                .words()
                .getValue();
    }
}
