package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a topic and of an author, broken in every way. */
@QuarkusTest
class BadNameTest {

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

    static Stream<Arguments> ofBoth() {
        return Stream.of(Desk.TOPICS, Desk.AUTHORS)
                .flatMap(path -> Stream.of(
                        arguments(path, "name", "name.required", map()),
                        arguments(path, "name", "name.required", map("name", null)),
                        arguments(path, "name", "name.required", map("name", " ")),
                        arguments(path, "name", "name.required", map("name", "\u2003\u00A0\u200B")),
                        arguments(path, "name", "name.size", map("name", "x".repeat(201))),
                        arguments(path, "name", "name.noControlCharacters", map("name", "a\nb")),
                        arguments(path, "name", "name.noControlCharacters", map("name", "a\u0000b")),
                        arguments(path, "name", "name.noControlCharacters", map("name", "a\u202Eb")),
                        arguments(path, "name", "name.noControlCharacters", map("name", "a\uFFFFb")),
                        arguments(path, "name", "name.type", map("name", 5)),
                        arguments(path, "name", "name.type", map("name", list("x"))),
                        arguments(path, "slug", "slug.format", map("name", "x", "slug", "Not A Slug")),
                        arguments(path, "slug", "slug.format", map("name", "x", "slug", "")),
                        arguments(path, "slug", "slug.format", map("name", "x", "slug", "x".repeat(121))),
                        arguments(path, "slug", "slug.type", map("name", "x", "slug", 5))));
    }

    static Stream<Arguments> ofOne() {
        return Stream.of(
                arguments(Desk.TOPICS, "position", "position.range", map("name", "x", "position", -1)),
                arguments(Desk.TOPICS, "position", "position.range", map("name", "x", "position", 1_000_001)),
                arguments(Desk.TOPICS, "position", "position.type", map("name", "x", "position", 10_000_000_000L)),
                arguments(Desk.TOPICS, "position", "position.type", map("name", "x", "position", 1.5)),
                arguments(Desk.TOPICS, "position", "position.type", map("name", "x", "position", "1")),
                arguments(Desk.TOPICS, "position", "position.type", map("name", "x", "position", "")),
                arguments(Desk.AUTHORS, "newsletter", "newsletter.format", map("name", "x", "newsletter", "No Slug")),
                arguments(Desk.AUTHORS, "newsletter", "newsletter.format", map("name", "x", "newsletter", "")),
                arguments(Desk.AUTHORS, "newsletter", "newsletter.type", map("name", "x", "newsletter", list())));
    }

    @ParameterizedTest(name = "{index} {0} {2}")
    @MethodSource({"ofBoth", "ofOne"})
    void whatBreaksARuleIsRefusedByTheNameOfItsField(
            String path, String field, String code, Map<String, Object> draft) {
        for (Response answer : List.of(post(path, draft), put(path + "/bad-name", draft))) {
            assertRefused(answer, field, code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Desk.TOPICS, Desk.AUTHORS})
    void whatIsNeitherIsRefused(String path) {
        for (Object body : new Object[] {"null", "[]", "{", "\"x\""}) {
            for (Response answer : List.of(post(path, body), put(path + "/bad-name", body))) {
                answer.then().statusCode(400).contentType("application/problem+json");
            }
        }
        Desk.asEditor().contentType("text/plain").body("x").post(path).then().statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {Desk.TOPICS, Desk.AUTHORS})
    void aNameThatMakesNoSlugNeedsOne(String path) {
        assertRefused(post(path, map("name", "🚀")), "slug", "slug.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {Desk.TOPICS, Desk.AUTHORS})
    void theSlugInTheAddressIsTheOne(String path) {
        assertRefused(put(path + "/bad-name", map("name", "x", "slug", "another")), "slug", "slug.fixed");
    }

    @Test
    void anAddressThatIsNoSlugNamesNothing() {
        for (String path : List.of(Desk.TOPICS, Desk.AUTHORS)) {
            for (String slug : List.of("Not_A_Slug", "a--b", "%00", "%E2%80%AE", "a%20b", "x".repeat(121))) {
                assertRefused(put(path + "/" + slug, map("name", "x")), "slug", "slug.format");
            }
        }
    }

    private static Response post(String path, Object body) {
        return Desk.asEditor().contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response put(String path, Object body) {
        return Desk.asEditor()
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }

    private static void assertRefused(Response answer, String field, String code) {
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }
}
