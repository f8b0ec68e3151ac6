package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no draft at all. Whatever is refused leaves nothing behind: no article, no event. */
@QuarkusTest
class BadInputTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"headline\": \"x\"      | application/json | 400",
                "{}                        | application/json | 400",
                "[]                        | application/json | 400",
                "null                      | application/json | 400",
                "\"draft\"                 | application/json | 400",
                "5                         | application/json | 400",
                "NaN                       | application/json | 400",
                "{\"headline\": \"\\ud800\"}| application/json | 400",
                "{\"body\": 1, \"body\": 2}| application/json | 400",
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
        Desk.send(draftWith("summary", "x".repeat(1024 * 1024)))
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"body\":", "{\"body\":[{\"items\":["})
    void deepNestingIsRefused(String opening) {
        Desk.send(opening.repeat(2_000)).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void numbersWithoutEndAreRefused() {
        String draft = "{\"headline\":" + "9".repeat(200_000) + "}";
        Desk.send(draft).then().statusCode(400).contentType("application/problem+json");
        Desk.send("{\"headline\":1e999999999}").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aSaveIsHeldToTheSameRules() throws SQLException {
        String id = Desk.create(draft("Stays as it is")).getString("id");
        before = stored.footprint();

        for (Object body : new Object[] {"{", "[]", "null", draftWith("headline", 5), draftWith("slug", "No Slug")}) {
            Desk.asEditor()
                    .header("If-Match", "*")
                    .contentType("application/json")
                    .body(body)
                    .put(Desk.ARTICLES + "/" + id)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        assertThat(Desk.read(id).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void aFieldThatIsNotKnownIsRefusedByItsName() {
        Desk.send(draftWith("newsleters", "markets"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("newsleters"))
                .body("violations[0].code", equalTo("newsleters.unexpected"));
    }
}
