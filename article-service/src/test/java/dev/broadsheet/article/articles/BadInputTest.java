package dev.broadsheet.article.articles;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.draftWithBlock;
import static dev.broadsheet.article.testing.Drafts.draftWithout;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is refused leaves nothing behind: no article, no event. */
@QuarkusTest
class BadInputTest {

    @Inject
    Stored stored;

    private ArticleTopic topic;
    private long articles;
    private long events;
    private int published;

    @BeforeEach
    void count() throws SQLException {
        topic = new ArticleTopic();
        articles = stored.articles();
        events = stored.events();
        published = topic.size();
    }

    @AfterEach
    void nothingIsLeftBehind() throws SQLException {
        assertThat(stored.articles()).isEqualTo(articles);
        assertThat(stored.events()).isEqualTo(events);
        assertThat(topic.size()).isEqualTo(published);
        topic.close();
    }

    static Stream<Arguments> refusedDrafts() {
        return Stream.of(
                arguments("headline", "headline.required", draftWithout("headline")),
                arguments("headline", "headline.required", draft("  ")),
                arguments("headline", "headline.size", draft("x".repeat(301))),
                arguments("headline", "headline.noControlCharacters", draft("Null \u0000 here")),
                arguments("headline", "headline.noControlCharacters", draft("Two\nlines")),
                arguments("headline", "headline.noControlCharacters", draft("evil \u202Etxt.exe")),
                arguments("headline", "headline.type", draftWith("headline", 5)),
                arguments("summary", "summary.size", draftWith("summary", "x".repeat(1001))),
                arguments("summary", "summary.noControlCharacters", draftWith("summary", "bell \u0007")),
                arguments("topic", "topic.required", draftWithout("topic")),
                arguments("topic", "topic.unknown", draftWith("topic", "gardening")),
                arguments("topic", "topic.format", draftWith("topic", "a-".repeat(100_000))),
                arguments("authors", "authors.empty", draftWithout("authors")),
                arguments("authors", "authors.empty", draftWith("authors", list())),
                arguments("authors", "authors.type", draftWith("authors", "ruth-adler")),
                arguments("authors[0]", "authors.required", draftWith("authors", list((Object) null))),
                arguments("authors[1]", "author.unknown", draftWith("authors", list("ruth-adler", "nobody"))),
                arguments("authors", "authors.repeated", draftWith("authors", list("ruth-adler", "ruth-adler"))),
                arguments(
                        "authors",
                        "authors.size",
                        draftWith(
                                "authors",
                                Stream.iterate(0, i -> i + 1)
                                        .limit(11)
                                        .map(i -> "author-" + i)
                                        .toList())),
                arguments(
                        "newsletters[1]", "newsletters.format", draftWith("newsletters", list("world", "Not A Slug"))),
                arguments("newsletters", "newsletters.repeated", draftWith("newsletters", list("world", "world"))),
                arguments("market", "market.format", draftWith("market", "Denver!")),
                arguments("image.url", "url.required", draftWith("image", map("alt", "x"))),
                arguments("image.alt", "alt.required", draftWith("image", map("url", "https://images.example/a.svg"))),
                arguments("image.url", "url.format", draftWith("image", map("url", "javascript:alert(1)", "alt", "x"))),
                arguments("image.url", "url.format", draftWith("image", map("url", "/relative.svg", "alt", "x"))),
                arguments("breaking", "breaking.type", draftWith("breaking", "yes")),
                arguments("body", "body.empty", draftWithout("body")),
                arguments("body", "body.empty", draftWith("body", list())),
                arguments("body", "body.size", draftWith("body", Collections.nCopies(10_000, paragraph("Text.")))),
                arguments(
                        "body", "body.length", draftWith("body", Collections.nCopies(41, paragraph("x".repeat(5000))))),
                arguments("body[0]", "body.required", draftWith("body", list((Object) null))),
                arguments("body[0].kind", "kind.required", draftWithBlock(map("text", "Text."))),
                arguments("body[0].kind", "kind.unknown", draftWithBlock(map("kind", "HTML", "text", "Text."))),
                arguments("body[0].text", "text.required", draftWithBlock(map("kind", "QUOTE", "text", " "))),
                arguments("body[0].text", "text.size", draftWithBlock(paragraph("x".repeat(5001)))),
                arguments("body[0].text", "text.noControlCharacters", draftWithBlock(paragraph("escape \u001b[2J"))),
                arguments("body[0].text", "text.type", draftWithBlock(map("kind", "QUOTE", "text", list("Text.")))),
                arguments("body[0].text", "text.link", draftWithBlock(paragraph("[click](javascript:alert)"))),
                arguments("body[0].text", "text.link", draftWithBlock(paragraph("![x](data:text/html,x)"))),
                arguments(
                        "body[0].axiom",
                        "axiom.size",
                        draftWithBlock(map("kind", "QUOTE", "text", "Text.", "axiom", "x".repeat(121)))),
                arguments("body[0].items", "items.required", draftWithBlock(map("kind", "BULLETS", "text", "Text."))),
                arguments(
                        "body[0].items",
                        "items.misplaced",
                        draftWithBlock(map("kind", "QUOTE", "text", "Text.", "items", list("One")))),
                arguments(
                        "body[0].items[1]",
                        "items.required",
                        draftWithBlock(map("kind", "BULLETS", "items", list("One", " ")))),
                arguments(
                        "body[0].items[0]",
                        "items.link",
                        draftWithBlock(map("kind", "BULLETS", "items", list("[x](ftp://example.org)")))));
    }

    // Named without the draft, which may be a megabyte.
    @ParameterizedTest(name = "{index} {1}")
    @MethodSource("refusedDrafts")
    void aDraftThatBreaksARuleIsRefusedByTheNameOfItsField(String field, String code, Map<String, Object> draft) {
        Desk.send(draft)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"headline\": \"x\"      | application/json | 400",
                "[]                        | application/json | 400",
                "null                      | application/json | 400",
                "{\"headline\": \"\\ud800\"}| application/json | 400",
                "headline=x                | application/x-www-form-urlencoded | 415",
                "<article/>                | application/xml  | 415",
                "hello                     | text/plain       | 415"
            })
    void aBodyThatIsNoDraftIsRefused(String body, String contentType, int status) {
        Desk.asEditor()
                .contentType(contentType)
                .body(body)
                .post(Desk.ARTICLES)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void anEmptyBodyIsRefused() {
        Desk.asEditor()
                .contentType("application/json")
                .post(Desk.ARTICLES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() {
        Desk.send(draftWith("summary", "x".repeat(2 * 1024 * 1024)))
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void deepNestingIsRefused() {
        Desk.send("[".repeat(2_000)).then().statusCode(400).contentType("application/problem+json");
    }
}
