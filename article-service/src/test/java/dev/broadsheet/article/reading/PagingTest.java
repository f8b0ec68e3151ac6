package dev.broadsheet.article.reading;

import static dev.broadsheet.article.testing.Drafts.draft;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagingTest {

    private static final int PUBLISHED = 25;

    @Test
    void pagesFollowEachOtherNewestFirst() {
        List<String> newestFirst = publishSome();
        List<String> paged = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = page(10, next);
            paged.addAll(page.getList("items.slug"));
            next = page.getString("next");
        } while (next != null);

        assertThat(paged).doesNotHaveDuplicates().startsWith(newestFirst.toArray(String[]::new));
    }

    @Test
    void anArticlePublishedWhileAReaderPagesMovesNothing() {
        List<String> newestFirst = publishSome();
        JsonPath first = page(10, null);
        Desk.createAndPublish(draft("In between"));
        JsonPath second = page(15, first.getString("next"));

        List<String> seen = new ArrayList<>(first.getList("items.slug", String.class));
        seen.addAll(second.getList("items.slug", String.class));
        assertThat(seen).isEqualTo(newestFirst);
    }

    @Test
    void anEntryHasWhatAListShows() {
        Desk.createAndPublish(draft());
        JsonPath entry = page(1, null);
        assertThat(entry.getMap("items[0]").keySet())
                .containsExactlyInAnyOrder(
                        "slug",
                        "url",
                        "headline",
                        "summary",
                        "topic",
                        "authors",
                        "newsletters",
                        "market",
                        "image",
                        "readMinutes",
                        "breaking",
                        "publishedAt");
        assertThat(entry.getList("items[0].authors.slug")).isEqualTo(List.of("jonas-lindqvist", "amara-okafor"));
    }

    @Test
    void twentyAreTheUsualPage() {
        publishSome();
        assertThat(given().get("/api/v1/articles").jsonPath().getList("items")).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25})
    void aPageOfAnyLengthCostsFourStatements(int length) {
        publishSome();
        assertThat(Statements.during(() -> page(length, null))).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "1e1", "99999999999"})
    void aLimitOutOfRangeIsRefused(String limit) {
        refused("?limit=" + limit, "limit", "limit.range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "AAAA", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI"})
    void aCursorThatNobodyGaveOutIsRefused(String cursor) {
        refused("?cursor=" + cursor, "cursor", "cursor.invalid");
    }

    @Test
    void aCursorChangedInAnyPlaceIsRefused() {
        publishSome();
        String cursor = page(1, null).getString("next");
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'B' ? 'C' : 'B';
            refused("?cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1), "cursor", "cursor.invalid");
        }
    }

    /** Their slugs, newest first. */
    private static List<String> publishSome() {
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < PUBLISHED; i++) {
            slugs.add(
                    0,
                    Desk.createAndPublish(draft("Paged " + UUID.randomUUID())).getString("slug"));
        }
        return slugs;
    }

    private static void refused(String query, String field, String code) {
        given().get("/api/v1/articles" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    private static JsonPath page(int limit, String cursor) {
        Response page = cursor == null
                ? given().get("/api/v1/articles?limit={limit}", limit)
                : given().get("/api/v1/articles?limit={limit}&cursor={cursor}", limit, cursor);
        JsonPath found = page.then().statusCode(200).extract().jsonPath();
        assertThat(found.getList("items.publishedAt", String.class)).isSortedAccordingTo(Comparator.reverseOrder());
        return found;
    }
}
