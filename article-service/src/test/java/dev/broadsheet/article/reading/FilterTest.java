package dev.broadsheet.article.reading;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.list;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FilterTest {

    @Test
    void listsAreFilteredByEachAndByAllAtOnce() {
        String here = publish("Here", "world", "mei-lin-zhou", "des-moines", "china");
        String otherTopic = publish("Other topic", "health", "mei-lin-zhou", "des-moines", "china");
        String otherAuthor = publish("Other author", "world", "ruth-adler", "des-moines", "china");
        String otherMarket = publish("Other market", "world", "mei-lin-zhou", "charlotte", "china");
        String otherNewsletter = publish("Other newsletter", "world", "mei-lin-zhou", "des-moines", "politics");

        assertThat(slugs("topic=world")).startsWith(otherNewsletter, otherMarket, otherAuthor, here);
        assertThat(slugs("author=mei-lin-zhou")).startsWith(otherNewsletter, otherMarket, otherTopic, here);
        assertThat(slugs("market=des-moines")).startsWith(otherNewsletter, otherAuthor, otherTopic, here);
        assertThat(slugs("newsletter=china")).startsWith(otherMarket, otherAuthor, otherTopic, here);
        assertThat(slugs("topic=world&author=mei-lin-zhou&market=des-moines&newsletter=china"))
                .first()
                .isEqualTo(here);
        assertThat(slugs("topic=world&author=mei-lin-zhou&market=des-moines&newsletter=china"))
                .doesNotContain(otherTopic, otherAuthor, otherMarket, otherNewsletter);
    }

    @Test
    void anArticleThatMovesElsewhereLeavesItsList() {
        Map<String, Object> draft = draft("Moved from list to list");
        draft.put("market", "tampa-bay");
        String id = Desk.createAndPublish(draft).getString("id");
        String slug = Desk.read(id).path("slug");
        assertThat(slugs("market=tampa-bay")).contains(slug);

        draft.put("market", "twin-cities");
        Desk.edit(id, draft).then().statusCode(200);

        assertThat(slugs("market=tampa-bay")).doesNotContain(slug);
        assertThat(slugs("market=twin-cities")).contains(slug);
    }

    @Test
    void whatWasRetractedIsInNoList() {
        JsonPath article = Desk.createAndPublish(draft("Soon withdrawn"));
        String slug = article.getString("slug");
        assertThat(slugs("newsletter=markets")).contains(slug);
        Desk.retract(article.getString("id")).then().statusCode(200);
        assertThat(slugs("newsletter=markets")).doesNotContain(slug);
        assertThat(slugs("limit=100")).doesNotContain(slug);
    }

    @Test
    void pagesOfAFilteredListFollowEachOther() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, publish("Filtered " + i, "health", "priya-raman", "paged-market", "vitals"));
        }
        JsonPath first = page("market=paged-market&topic=health&limit=2");
        JsonPath second = page("market=paged-market&topic=health&limit=2&cursor=" + first.getString("next"));
        JsonPath third = page("market=paged-market&topic=health&limit=2&cursor=" + second.getString("next"));

        List<String> seen = new ArrayList<>(first.getList("items.slug", String.class));
        seen.addAll(second.getList("items.slug", String.class));
        seen.addAll(third.getList("items.slug", String.class));
        assertThat(seen).isEqualTo(newestFirst);
        assertThat(third.getString("next")).isNull();
    }

    @Test
    void whatNothingIsNamedLikeIsAnEmptyList() {
        assertThat(slugs("topic=gardening")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "author", "market", "newsletter"})
    void whatNoSlugCanBeIsRefused(String field) {
        for (String value : List.of("Not A Slug", "a--b", "a\u202Eb", "x".repeat(121), "all:", "\u0000")) {
            given().queryParam(field, value)
                    .get("/api/v1/articles")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations[0].field", equalTo(field))
                    .body("violations[0].code", equalTo(field + ".format"));
        }
    }

    private static String publish(String headline, String topic, String author, String market, String newsletter) {
        Map<String, Object> draft = draft(headline);
        draft.put("topic", topic);
        draft.put("authors", list(author));
        draft.put("market", market);
        draft.put("newsletters", list(newsletter));
        return Desk.createAndPublish(draft).getString("slug");
    }

    private static List<String> slugs(String query) {
        return page(query).getList("items.slug");
    }

    private static JsonPath page(String query) {
        return given().get("/api/v1/articles?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
