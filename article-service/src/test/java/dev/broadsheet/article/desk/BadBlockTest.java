package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.draftWithBlock;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a block, broken in every way, and Markdown that means harm. */
@QuarkusTest
class BadBlockTest {

    @Inject
    Stored stored;

    private Stored.Footprint before;

    @BeforeEach
    void count() throws SQLException {
        Desk.furnish();
        before = stored.footprint();
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                arguments("body[0]", "body.required", draftWith("body", list((Object) null))),
                arguments("body[0]", "body.type", draftWith("body", list("Text."))),
                arguments("body[1].text", "text.required", draftWith("body", list(paragraph("Text."), paragraph("")))),
                arguments("body[0].kind", "kind.required", draftWithBlock(map("text", "Text."))),
                arguments("body[0].kind", "kind.unknown", draftWithBlock(map("kind", "HTML", "text", "Text."))),
                arguments("body[0].kind", "kind.unknown", draftWithBlock(map("kind", "quote", "text", "Text."))),
                arguments("body[0].kind", "kind.unknown", draftWithBlock(map("kind", 1, "text", "Text."))),
                arguments("body[0].text", "text.required", draftWithBlock(map("kind", "HEADING"))),
                arguments("body[0].text", "text.required", quote("text", " ")),
                arguments("body[0].text", "text.required", quote("text", "\u2003\n")),
                arguments("body[0].text", "text.size", quote("text", "x".repeat(5001))),
                arguments("body[0].text", "text.noControlCharacters", quote("text", "escape \u001b[2J")),
                arguments("body[0].text", "text.noControlCharacters", quote("text", "carriage\r\nreturn")),
                arguments("body[0].text", "text.noControlCharacters", quote("text", "evil \u202Etxt.exe")),
                arguments("body[0].text", "text.noControlCharacters", quote("text", "no character \uFFFF")),
                arguments("body[0].text", "text.type", quote("text", list("Text."))),
                arguments("body[0].text", "text.type", quote("text", 5)),
                arguments("body[0].axiom", "axiom.size", quote("axiom", "x".repeat(121))),
                arguments("body[0].axiom", "axiom.noControlCharacters", quote("axiom", "a\nb")),
                arguments("body[0].axiom", "axiom.noControlCharacters", quote("axiom", "\u202Eb")),
                arguments("body[0].axiom", "axiom.type", quote("axiom", map())),
                arguments("body[0].items", "items.misplaced", quote("items", list("One"))),
                arguments("body[0].items", "items.misplaced", quote("items", list())),
                arguments("body[0].items", "items.required", draftWithBlock(map("kind", "BULLETS", "text", "Text."))),
                arguments("body[0].items", "items.required", bullets()),
                arguments("body[0].items", "items.type", draftWithBlock(map("kind", "BULLETS", "items", "One"))),
                arguments(
                        "body[0].items",
                        "items.size",
                        bullets(Collections.nCopies(51, "One").toArray())),
                arguments("body[0].items[1]", "items.required", bullets("One", " ")),
                arguments("body[0].items[1]", "items.required", bullets("One", null)),
                arguments("body[0].items[0]", "items.required", bullets("\u2003")),
                arguments("body[0].items[0]", "items.size", bullets("x".repeat(1001))),
                arguments("body[0].items[0]", "items.noControlCharacters", bullets("two\nlines")),
                arguments("body[0].items[0]", "items.noControlCharacters", bullets("\u202E")),
                arguments("body[0].items[0]", "items.type", bullets(5)),
                arguments("body[0].items[0]", "items.link", bullets("[x](ftp://example.org)")),
                arguments("body[0].items[0]", "items.depth", bullets(nested(17))));
    }

    @ParameterizedTest(name = "{index} {1}")
    @MethodSource("blocks")
    void aBlockThatBreaksARuleIsRefusedByTheNameOfItsField(String field, String code, Map<String, Object> draft)
            throws SQLException {
        assertRefused(field, code, draft);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "[click](javascript:alert)",
                "[click](JavaScript:alert)",
                "[click](<javascript:alert(1)>)",
                "[click](&#106;avascript:alert)",
                "[click](java&Tab;script:alert)",
                "[click]\n\n[click]: javascript:alert",
                "<javascript:alert>",
                "![x](data:text/html,x)",
                "[x](vbscript:x)",
                "[x](/relative)",
                "[x](//other.example)",
                "[x](#)",
                "[x]()"
            })
    void aLinkThatRunsOrLeadsNowhereIsRefused(String text) throws SQLException {
        assertRefused("body[0].text", "text.link", draftWithBlock(paragraph(text)));
    }

    static Stream<String> bombs() {
        return Stream.of(
                nested(17),
                nested(800),
                "*".repeat(2_000) + "x" + "*".repeat(2_000),
                "![".repeat(200) + "x" + "](https://a.example)".repeat(200));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("bombs")
    void marksInEachOtherWithoutEndAreRefused(String text) throws SQLException {
        assertRefused("body[0].text", "text.depth", draftWithBlock(paragraph(text)));
    }

    static Stream<String> heaps() {
        return Stream.of(
                nested(16),
                "[".repeat(5_000),
                "[".repeat(2_500) + "]".repeat(2_500),
                "`".repeat(5_000),
                "*a ".repeat(1_666),
                "<a ".repeat(1_666),
                "&amp".repeat(1_250),
                "![](".repeat(1_250),
                "> ".repeat(2_500));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("heaps")
    void marksThatMeanNothingAreText(String text) {
        Desk.send(draftWith("body", Collections.nCopies(5, paragraph(text))))
                .then()
                .statusCode(201);
    }

    /** In Markdown a character can be written by its number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil &#x202E;txt.exe",
                "&#8238;",
                "bell &#7;",
                "&#xFFFE;",
                "&#xFDD0;",
                "&#xD800;",
                "`code` *&#x1b;*",
                "[x](https://example.org/&#x202E;x)"
            })
    void aCharacterThatIsRefusedIsRefusedByItsNumberToo(String text) throws SQLException {
        assertRefused("body[0].text", "text.noControlCharacters", draftWithBlock(paragraph(text)));
        assertRefused("body[0].items[0]", "items.noControlCharacters", bullets(text));
    }

    @Test
    void noMoreThanFiftyMistakesAreListed() {
        Desk.send(draftWith("body", Collections.nCopies(500, paragraph("[x](javascript:y)"))))
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(50));
    }

    private void assertRefused(String field, String code, Map<String, Object> draft) throws SQLException {
        Desk.send(draft)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        assertThat(stored.footprint()).isEqualTo(before);
    }

    private static Map<String, Object> quote(String field, Object value) {
        Map<String, Object> block = map("kind", "QUOTE", "text", "Text.");
        block.put(field, value);
        return draftWithBlock(block);
    }

    private static Map<String, Object> bullets(Object... items) {
        return draftWithBlock(map("kind", "BULLETS", "items", list(items)));
    }

    private static String nested(int depth) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            before.append(i % 2 == 0 ? "*a " : "_b ");
            after.insert(0, i % 2 == 0 ? " a*" : " b_");
        }
        return before + "x" + after;
    }
}
