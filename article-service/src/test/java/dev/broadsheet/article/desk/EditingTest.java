package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.draftWithout;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving over an article, under the condition that nobody else did in the meantime. */
@QuarkusTest
class EditingTest {

    @Test
    void everySaveIsTheNextVersion() {
        String id = Desk.create(draft("First words")).getString("id");

        for (int version = 1; version <= 3; version++) {
            Response saved = Desk.edit(id, "\"" + (version - 1) + "\"", draft("Words of version " + version));
            saved.then()
                    .statusCode(200)
                    .header("ETag", "\"" + version + "\"")
                    .header("Cache-Control", "no-store")
                    .body("version", equalTo(version))
                    .body("headline", equalTo("Words of version " + version));
            assertThat(Desk.read(id).asString()).isEqualTo(saved.asString());
        }
    }

    @Test
    void whoDoesNotSayWhatTheySawSavesNothing() {
        String id = Desk.create(draft("Unconditional")).getString("id");

        Response without = Desk.asEditor()
                .contentType(ContentType.JSON)
                .body(draft("Overwritten"))
                .put(Desk.ARTICLES + "/" + id);
        for (Response answer : List.of(without, Desk.edit(id, "", draft("Overwritten")))) {
            answer.then()
                    .statusCode(428)
                    .contentType("application/problem+json")
                    .body("detail", containsString("If-Match"));
        }
        assertUntouched(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "W/0",
                "\"0",
                "0\"",
                "w/\"0\"",
                "\"0\" \"1\"",
                "*, \"0\"",
                "\"0\", *",
                "\"0\"; \"1\"",
                "null"
            })
    void aMalformedConditionIsRefusedByTheNameOfItsHeader(String condition) {
        String id = Desk.create(draft("Malformed")).getString("id");

        Desk.edit(id, condition, draft("Overwritten"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("If-Match"))
                .body("violations[0].code", equalTo("if-match.format"));
        assertUntouched(id);
    }

    @Test
    void anEndlessConditionIsAnsweredAtOnce() {
        String id = Desk.create(draft("Endless")).getString("id");

        Desk.edit(id, "\"7\"" + " ".repeat(6_000) + "x", draft("Overwritten"))
                .then()
                .statusCode(400);
        Desk.edit(id, "\"7\",".repeat(1_200) + "\"8\"", draft("Overwritten"))
                .then()
                .statusCode(412);
        assertUntouched(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\"",
                "\"\"",
                "\"another\"",
                "W/\"0\"",
                "\"00\"",
                "\"+0\"",
                "\"7\", W/\"0\"",
                "\"a, b\"",
                "\"0, 1\"",
                "\"W/\"",
                "\"0 \""
            })
    void aTagOfAnotherVersionSavesNothing(String condition) {
        String id = Desk.create(draft("Stale")).getString("id");

        Desk.edit(id, condition, draft("Overwritten"))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", containsString("version 0"));
        assertUntouched(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                " * ",
                "\"0\"",
                " \"0\" ",
                "\"7\", \"0\"",
                "\"7\",\"0\"",
                "W/\"0\" , \"0\",",
                "\"a, b\", \"0\""
            })
    void aConditionThatHoldsLetsASaveThrough(String condition) {
        String id = Desk.create(draft("Fresh")).getString("id");
        Desk.edit(id, condition, draft("Saved")).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void anUnchangedSaveIsNoNewVersion() {
        Map<String, Object> draft = draft("Saved twice as it is");
        JsonPath created = Desk.create(draft);
        String id = created.getString("id");

        Desk.edit(id, draft).then().statusCode(200).header("ETag", "\"0\"");
        draft.put("headline", "  Saved twice as it is ");
        draft.put("summary", created.getString("summary"));
        draft.put("slug", created.getString("slug"));
        Response same = Desk.edit(id, draft);
        assertThat(same.header("ETag")).isEqualTo("\"0\"");
        assertThat(same.jsonPath().<Object>get()).isEqualTo(created.get());
    }

    static Stream<Arguments> changes() {
        Map<String, Object> image = map(
                "url", "https://images.example/fed.svg", "alt", "Columns", "credit", "M. Ito", "caption", "At noon");
        return Stream.<List<Object>>of(
                        List.of("headline", "Another headline", "headline"),
                        List.of("summary", "Another summary.", "summary"),
                        List.of("topic", "world", "topic.slug"),
                        List.of("authors", list("amara-okafor", "jonas-lindqvist"), "authors.slug"),
                        List.of("authors", list("amara-okafor"), "authors.slug"),
                        List.of("authors", list("ruth-adler", "jonas-lindqvist", "mei-lin-zhou"), "authors.slug"),
                        List.of("newsletters", list("world", "markets"), "newsletters"),
                        List.of("newsletters", list(), "newsletters"),
                        List.of("market", "tampa-bay", "market"),
                        List.of("image", image, "image"),
                        List.of("body", list(paragraph("Another text.")), "body"),
                        List.of("breaking", false, "breaking"))
                .map(change -> Arguments.of(change.toArray()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void aChangeOfAnyFieldIsANewVersion(String field, Object value, String path) {
        String id = Desk.create(draft()).getString("id");

        Response saved = Desk.edit(id, draftWith(field, value));

        saved.then().statusCode(200).header("ETag", "\"1\"").body(path, equalTo(value));
        assertThat(Desk.read(id).asString()).isEqualTo(saved.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"market", "image", "newsletters", "breaking"})
    void whatASaveLeavesOutIsGone(String field) {
        String id = Desk.create(draft()).getString("id");

        JsonPath saved = Desk.edit(id, draftWithout(field))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(saved.getMap("$").getOrDefault(field, List.of())).isIn(List.of(), false);
        assertThat(saved.getInt("version")).isEqualTo(1);
    }

    @Test
    void aSummaryThatASaveLeavesOutIsMadeOfTheText() {
        String id = Desk.create(draftWith("summary", "By hand.")).getString("id");
        assertThat(Desk.edit(id, draft()).<String>path("summary"))
                .isEqualTo("Loans stay dear for households until spring.");
    }

    @Test
    void aRefusedSaveChangesNothing() {
        String id = Desk.create(draft("Stays")).getString("id");
        Desk.edit(id, draftWith("topic", "gardening"))
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("topic.unknown"));
        assertUntouched(id);
    }

    @Test
    void anUnknownArticleCannotBeSaved() {
        for (String id : List.of(UUID.randomUUID().toString(), "17")) {
            Desk.edit(id, "*", draft()).then().statusCode(404).contentType("application/problem+json");
        }
    }

    private static void assertUntouched(String id) {
        Response now = Desk.read(id);
        assertThat(now.header("ETag")).isEqualTo("\"0\"");
        assertThat(now.<String>path("headline")).isNotEqualTo("Overwritten");
    }
}
