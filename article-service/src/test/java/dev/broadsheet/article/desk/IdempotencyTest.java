package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is repeated because its answer was lost creates nothing a second time. */
@QuarkusTest
class IdempotencyTest {

    @Inject
    Stored stored;

    private final String key = UUID.randomUUID().toString();
    private final String name = "Name " + UUID.randomUUID();

    @BeforeEach
    void furnish() {
        Desk.furnish();
    }

    @Test
    void aRepeatedDraftIsOneArticle() throws SQLException {
        long before = stored.articles();
        Response first = once(Desk.ARTICLES, draft("Sent twice"));
        Response second = once(Desk.ARTICLES, draft("Sent twice"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(stored.articles()).isEqualTo(before + 1);
    }

    @Test
    void aRepeatedDraftAnswersWithTheArticleAsItIsNow() {
        String id = once(Desk.ARTICLES, draft("First answer lost")).path("id");
        Desk.edit(id, draft("Edited in between")).then().statusCode(200);

        once(Desk.ARTICLES, draft("First answer lost"))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("id", equalTo(id))
                .body("headline", equalTo("Edited in between"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Desk.ARTICLES, Desk.TOPICS, Desk.AUTHORS})
    void whoeverRepeatsAtOnceGetsTheSameOne(String path) throws Exception {
        Map<String, Object> draft = path.equals(Desk.ARTICLES) ? draft(name) : map("name", name);
        long before = stored.articles() + stored.topics() + stored.authors();

        List<Response> answers = AtOnce.many(() -> once(path, draft));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        assertThat(stored.articles() + stored.topics() + stored.authors()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {Desk.TOPICS, Desk.AUTHORS})
    void underAnotherKeyTheSecondLearnsThatItIsThere(String path) {
        once(path, map("name", name)).then().statusCode(201);
        Desk.sendOnce(Desk.asEditor(), UUID.randomUUID().toString(), path, map("name", name))
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void aKeyIsForOneRequestOnly() throws SQLException {
        once(Desk.ARTICLES, draft("What the key was for")).then().statusCode(201);
        once(Desk.TOPICS, map("name", name)).then().statusCode(422);
        long before = stored.articles();

        once(Desk.ARTICLES, draft("Something else")).then().statusCode(422).contentType("application/problem+json");
        once(Desk.ARTICLES, draftWith("breaking", false)).then().statusCode(422);

        assertThat(stored.articles()).isEqualTo(before);
    }

    /** The two have the same JSON. */
    @Test
    void aKeyForATopicIsNotOneForAnAuthor() throws SQLException {
        once(Desk.TOPICS, map("name", name)).then().statusCode(201);
        long before = stored.authors();

        once(Desk.AUTHORS, map("name", name)).then().statusCode(422);

        assertThat(stored.authors()).isEqualTo(before);
    }

    @Test
    void anotherEditorsKeysAreTheirOwn() throws SQLException {
        long before = stored.articles();
        String mine = once(Desk.ARTICLES, draft("Mine")).path("id");
        String theirs = Desk.sendOnce(Desk.asEditor("night-desk"), key, Desk.ARTICLES, draft("Mine"))
                .path("id");
        String alsoTheirs = Desk.sendOnce(Desk.asEditor("night-desk"), key, Desk.ARTICLES, draft("Mine"))
                .path("id");

        assertThat(theirs).isNotEqualTo(mine).isEqualTo(alsoTheirs);
        Desk.sendOnce(Desk.asEditor("weekend"), key, Desk.ARTICLES, draft("Something else"))
                .then()
                .statusCode(201);
        assertThat(stored.articles()).isEqualTo(before + 3);
    }

    @Test
    void aRefusedRequestLeavesItsKeyUnused() {
        once(Desk.ARTICLES, draft(" ")).then().statusCode(400);
        once(Desk.ARTICLES, draftWith("topic", "gardening")).then().statusCode(400);
        once(Desk.TOPICS, map("name", "World", "slug", "world")).then().statusCode(409);

        once(Desk.ARTICLES, draft("Mended")).then().statusCode(201);
    }

    @Test
    void withoutAKeyEveryDraftIsAnother() throws SQLException {
        long before = stored.articles();
        Desk.create(draft("Written twice"));
        Desk.create(draft("Written twice"));
        assertThat(stored.articles()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "tab\there", "LONG"})
    void aKeyThatIsNoneIsRefusedByTheNameOfItsHeader(String bad) throws SQLException {
        long before = stored.articles();
        String value = bad.equals("LONG") ? "x".repeat(201) : bad;
        for (String path : List.of(Desk.ARTICLES, Desk.TOPICS, Desk.AUTHORS)) {
            Object draft = path.equals(Desk.ARTICLES) ? draft(name) : map("name", name);
            Desk.sendOnce(Desk.asEditor(), value, path, draft)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations[0].field", equalTo("Idempotency-Key"))
                    .body("violations[0].code", equalTo("idempotency-key.format"));
        }
        assertThat(stored.articles()).isEqualTo(before);
    }

    @Test
    void aKeyMayBeOfAnyVisibleCharacters() {
        String visible = key + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        Desk.sendOnce(Desk.asEditor(), visible, Desk.ARTICLES, draft("Odd key"))
                .then()
                .statusCode(201);
        Desk.sendOnce(Desk.asEditor(), key + "x".repeat(164), Desk.ARTICLES, draft("Long key"))
                .then()
                .statusCode(201);
    }

    private Response once(String path, Object draft) {
        return Desk.sendOnce(Desk.asEditor(), key, path, draft);
    }
}
