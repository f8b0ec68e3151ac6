package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of what is at the desk. */
@QuarkusTest
class DeskListTest {

    @Test
    void whatWasWorkedOnLastComesFirst() {
        String first = Desk.create(draft("Listed first")).getString("id");
        String second = Desk.create(draft("Listed second")).getString("id");
        assertThat(list("?limit=2").<String>getList("items.id")).containsExactly(second, first);

        Desk.edit(first, draft("Worked on again")).then().statusCode(200);

        JsonPath page = list("?limit=2");
        assertThat(page.<String>getList("items.id")).containsExactly(first, second);
        assertThat(page.getString("items[0].headline")).isEqualTo("Worked on again");
        assertThat(page.getString("items[0].topic.name")).isEqualTo("Economy");
        assertThat(page.getInt("items[0].version")).isEqualTo(1);
    }

    @Test
    void aListIsOfOneStateOrOfAll() {
        String draft = Desk.create(draft("A draft")).getString("id");
        String scheduled = Desk.createAndSchedule(
                        draft("Scheduled"), Instant.now().plus(Duration.ofDays(1)))
                .getString("id");
        String published = Desk.createAndPublish(draft("Published")).getString("id");
        String retracted = Desk.createAndPublish(draft("Retracted")).getString("id");
        Desk.retract(retracted);

        assertThat(list("?limit=1&state=DRAFT").<String>getList("items.id")).containsExactly(draft);
        assertThat(list("?limit=1&state=SCHEDULED").<String>getList("items.id")).containsExactly(scheduled);
        assertThat(list("?limit=1&state=PUBLISHED").<String>getList("items.id")).containsExactly(published);
        assertThat(list("?limit=1&state=RETRACTED").<String>getList("items.id")).containsExactly(retracted);
        assertThat(list("?limit=4").<String>getList("items.id"))
                .containsExactly(retracted, published, scheduled, draft);
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, Desk.create(draft("Paged " + i)).getString("id"));
        }
        List<String> seen = new ArrayList<>();
        String query = "?limit=2";
        for (int i = 0; i < 3; i++) {
            JsonPath page = list(query);
            seen.addAll(page.getList("items.id", String.class));
            query = "?limit=2&cursor=" + page.getString("next");
        }
        assertThat(seen).startsWith(newestFirst.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "state=draft, state, state.unknown",
        "limit=0, limit, limit.range",
        "limit=101, limit, limit.range",
        "limit=x, limit, limit.range",
        "cursor=x, cursor, cursor.invalid"
    })
    void aQueryThatMakesNoSenseIsRefused(String query, String field, String code) {
        Desk.asEditor()
                .get(Desk.ARTICLES + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void aCursorIsOfOneList() {
        Desk.create(draft("One"));
        Desk.create(draft("Two"));
        String next = list("?limit=1&state=DRAFT").getString("next");
        Desk.asEditor()
                .get(Desk.ARTICLES + "?limit=1&cursor=" + next)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    private static JsonPath list(String query) {
        return Desk.asEditor()
                .get(Desk.ARTICLES + query)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }
}
