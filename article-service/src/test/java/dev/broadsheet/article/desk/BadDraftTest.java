package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.draftWithout;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of a draft but its blocks, broken in every way. What is refused leaves nothing behind: no article, no event. */
@QuarkusTest
class BadDraftTest {

    @Inject
    Stored stored;

    private Stored.Footprint before;

    @BeforeEach
    void count() throws SQLException {
        Desk.furnish();
        before = stored.footprint();
    }

    @AfterEach
    void nothingIsLeftBehind() throws SQLException {
        assertThat(stored.footprint()).isEqualTo(before);
    }

    static Stream<Arguments> words() {
        return Stream.of(
                arguments("headline", "headline.required", draftWithout("headline")),
                arguments("headline", "headline.required", draftWith("headline", null)),
                arguments("headline", "headline.required", draft("")),
                arguments("headline", "headline.required", draft("  ")),
                arguments("headline", "headline.required", draft("\u2003")),
                arguments("headline", "headline.required", draft("\u00A0\u200B\uFEFF")),
                arguments("headline", "headline.size", draft("x".repeat(301))),
                arguments("headline", "headline.noControlCharacters", draft("Null \u0000 here")),
                arguments("headline", "headline.noControlCharacters", draft("Two\nlines")),
                arguments("headline", "headline.noControlCharacters", draft("evil \u202Etxt.exe")),
                arguments("headline", "headline.noControlCharacters", draft("evil \u202Dtxt.exe")),
                arguments("headline", "headline.noControlCharacters", draft("no character \uFFFE")),
                arguments("headline", "headline.noControlCharacters", draft("no character \uDBFF\uDFFF")),
                arguments("headline", "headline.type", draftWith("headline", 5)),
                arguments("headline", "headline.type", draftWith("headline", true)),
                arguments("headline", "headline.type", draftWith("headline", list("x"))),
                arguments("headline", "headline.type", draftWith("headline", map("x", "y"))),
                arguments("summary", "summary.size", draftWith("summary", "x".repeat(1001))),
                arguments("summary", "summary.noControlCharacters", draftWith("summary", "bell \u0007")),
                arguments("summary", "summary.noControlCharacters", draftWith("summary", "\u202E")),
                arguments("summary", "summary.noControlCharacters", draftWith("summary", "two\nlines")),
                arguments("summary", "summary.type", draftWith("summary", list())),
                arguments("breaking", "breaking.type", draftWith("breaking", "yes")),
                arguments("breaking", "breaking.type", draftWith("breaking", 1)),
                arguments("breaking", "breaking.type", draftWith("breaking", "")),
                arguments("body", "body.empty", draftWithout("body")),
                arguments("body", "body.empty", draftWith("body", list())),
                arguments("body", "body.type", draftWith("body", "Text.")),
                arguments("body", "body.size", draftWith("body", Collections.nCopies(10_000, paragraph("Text.")))),
                arguments("body", "body.size", draftWith("body", Collections.nCopies(10_000, map()))),
                arguments(
                        "body",
                        "body.length",
                        draftWith("body", Collections.nCopies(41, paragraph("x".repeat(5000))))));
    }

    static Stream<Arguments> slugs() {
        Stream<Arguments> ofSlug = Stream.of(
                        "",
                        "-",
                        "-a",
                        "a-",
                        "a--b",
                        "A",
                        "ä",
                        "a_b",
                        "a b",
                        "a/b",
                        "../a",
                        "a\n",
                        "a\u0000",
                        "a\u202Eb",
                        "a\u202Db",
                        "a\u200Db",
                        "a\u0301",
                        "\uFF41",
                        "🚀",
                        "x".repeat(121),
                        "-".repeat(100_000),
                        "a-".repeat(100_000))
                .map(slug -> arguments("slug", "slug.format", draftWith("slug", slug)));
        return Stream.concat(
                ofSlug,
                Stream.of(
                        arguments("slug", "slug.type", draftWith("slug", 7)),
                        arguments("topic", "topic.required", draftWithout("topic")),
                        arguments("topic", "topic.unknown", draftWith("topic", "gardening")),
                        arguments("topic", "topic.format", draftWith("topic", "")),
                        arguments("topic", "topic.format", draftWith("topic", "a-".repeat(100_000))),
                        arguments("topic", "topic.format", draftWith("topic", "econ\u0000omy")),
                        arguments("topic", "topic.type", draftWith("topic", map("slug", "economy"))),
                        arguments("market", "market.format", draftWith("market", "Denver!")),
                        arguments("market", "market.format", draftWith("market", "x".repeat(121))),
                        arguments("market", "market.format", draftWith("market", "\u202Edenver")),
                        arguments("market", "market.type", draftWith("market", list("denver")))));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("authors", "authors.empty", draftWithout("authors")),
                arguments("authors", "authors.empty", draftWith("authors", list())),
                arguments("authors", "authors.type", draftWith("authors", "ruth-adler")),
                arguments("authors[0]", "authors.type", draftWith("authors", list(5))),
                arguments("authors[0]", "authors.required", draftWith("authors", list((Object) null))),
                arguments("authors[0]", "authors.format", draftWith("authors", list("ruth\u0000adler"))),
                arguments("authors[1]", "author.unknown", draftWith("authors", list("ruth-adler", "nobody"))),
                arguments("authors", "authors.repeated", draftWith("authors", list("ruth-adler", "ruth-adler"))),
                arguments("authors", "authors.size", draftWith("authors", many(11))),
                arguments("newsletters[1]", "newsletters.format", draftWith("newsletters", list("world", "No Slug"))),
                arguments("newsletters[0]", "newsletters.required", draftWith("newsletters", list((Object) null))),
                arguments("newsletters[0]", "newsletters.type", draftWith("newsletters", list(true))),
                arguments("newsletters", "newsletters.type", draftWith("newsletters", "world")),
                arguments("newsletters", "newsletters.repeated", draftWith("newsletters", list("world", "world"))),
                arguments("newsletters", "newsletters.size", draftWith("newsletters", many(21))));
    }

    static Stream<Arguments> images() {
        Stream<Arguments> addresses = Stream.of(
                        "javascript:alert(1)",
                        "data:image/svg+xml,<svg/>",
                        "ftp://images.example/a.svg",
                        "/relative.svg",
                        "//images.example/a.svg",
                        "https:images.example",
                        "https://",
                        "https:///a.svg",
                        "https://images.example/a b.svg",
                        "https://images.example/ä.svg",
                        "https://images.example/\u202Egvs.a",
                        "https://images.example/\uFFFE",
                        "https://images.example/\u0000",
                        "https://images.example/\"onerror=\"alert(1)",
                        "https://images.example/<script>",
                        " https://images.example/a.svg")
                .map(url -> arguments("image.url", "url.format", draftWith("image", map("url", url, "alt", "x"))));
        return Stream.concat(
                addresses,
                Stream.of(
                        arguments("image", "image.type", draftWith("image", "https://images.example/a.svg")),
                        arguments("image.url", "url.required", draftWith("image", map("alt", "x"))),
                        arguments("image.url", "url.required", draftWith("image", map("url", "", "alt", "x"))),
                        arguments("image.url", "url.size", image("url", "https://a.example/" + "x".repeat(2048))),
                        arguments("image.url", "url.type", image("url", 5)),
                        arguments("image.alt", "alt.required", image("alt", null)),
                        arguments("image.alt", "alt.size", image("alt", "x".repeat(1001))),
                        arguments("image.alt", "alt.noControlCharacters", image("alt", "evil \u202Etxt")),
                        arguments("image.alt", "alt.type", image("alt", false)),
                        arguments("image.credit", "credit.size", image("credit", "x".repeat(301))),
                        arguments("image.credit", "credit.noControlCharacters", image("credit", "\u0000")),
                        arguments("image.credit", "credit.type", image("credit", list())),
                        arguments("image.caption", "caption.size", image("caption", "x".repeat(1001))),
                        arguments("image.caption", "caption.noControlCharacters", image("caption", "a\nb")),
                        arguments("image.caption", "caption.noControlCharacters", image("caption", "\uFDD0")),
                        arguments("image.caption", "caption.type", image("caption", 5))));
    }

    // Named without the draft, which may be a megabyte.
    @ParameterizedTest(name = "{index} {1}")
    @MethodSource({"words", "slugs", "lists", "images"})
    void aDraftThatBreaksARuleIsRefusedByTheNameOfItsField(String field, String code, Map<String, Object> draft) {
        Desk.send(draft)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    private static Map<String, Object> image(String field, Object value) {
        Map<String, Object> image = map("url", "https://images.example/a.svg", "alt", "A hall");
        image.put(field, value);
        return draftWith("image", image);
    }

    private static List<String> many(int slugs) {
        return IntStream.range(0, slugs).mapToObj(i -> "slug-" + i).toList();
    }
}
