package dev.broadsheet.article.feeds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FeedFilterTest {

    static Stream<String> formats() {
        return FeedPages.FORMATS.stream();
    }

    private final String newsletter = FeedPages.newsletter();

    @ParameterizedTest
    @MethodSource("formats")
    void aFeedHasWhatItsFilterNamesAndNothingElse(String format) {
        String economy = publish("economy", "ruth-adler", "denver");
        String health = publish("health", "ruth-adler", "tampa-bay");
        String other = publish("health", "mei-lin-zhou", "denver");

        assertThat(ids(format, "")).containsExactly(other, health, economy);
        assertThat(ids(format, "&topic=health")).containsExactly(other, health);
        assertThat(ids(format, "&author=ruth-adler")).containsExactly(health, economy);
        assertThat(ids(format, "&market=denver")).containsExactly(other, economy);
        assertThat(ids(format, "&market=denver&topic=health&author=mei-lin-zhou"))
                .containsExactly(other);
        assertThat(ids(format, "&market=denver&topic=world")).isEmpty();
        assertThat(ids(format, "&topic=nothing-has-it")).isEmpty();
        assertThat(FeedPages.ids(format, "")).startsWith(other, health, economy);
        assertThat(FeedPages.ids(format, "topic=health"))
                .contains(other, health)
                .doesNotContain(economy);
    }

    @Test
    void aDraftIsInNoFeed() {
        Desk.create(FeedPages.draft("Not yet", newsletter));

        assertThat(FeedPages.FORMATS)
                .allSatisfy(format -> assertThat(ids(format, "")).isEmpty());
    }

    @Test
    void aFeedHasTheNewestThirty() {
        List<String> published = IntStream.rangeClosed(1, Feeds.LONGEST + 1)
                .mapToObj(number -> publish("world", "ruth-adler", "denver"))
                .toList();

        assertThat(FeedPages.FORMATS)
                .allSatisfy(format -> assertThat(ids(format, ""))
                        .hasSize(30)
                        .startsWith(published.get(30))
                        .endsWith(published.get(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                     | Broadsheet                                       | /",
                "topic=economy                        | Broadsheet: Economy                              | /topics/economy",
                "author=tomas-herrera                 | Broadsheet: by Tomás Herrera                     | /authors/tomas-herrera",
                "author=tomas-herrera&topic=economy   | Broadsheet: Economy, by Tomás Herrera            | /",
                "topic=no-such-topic                  | Broadsheet: no-such-topic                        | /topics/no-such-topic",
                "newsletter=markets&market=des-moines | Broadsheet: in newsletter markets, from des-moines | /",
            })
    void theTitleSaysWhatTheFeedIsFilteredBy(String query, String title, String page) {
        Desk.furnish();

        byte[] feed = FeedPages.read("json", query == null ? "" : query);

        assertThat(FeedPages.json(feed).getString("title")).isEqualTo(title);
        assertThat(FeedPages.json(feed).getString("home_page_url")).isEqualTo("http://localhost:8080" + page);
    }

    @ParameterizedTest
    @CsvSource({
        "rss, topic, A",
        "atom, author, a--b",
        "json, newsletter, %00",
        "rss, market, -",
        "json, topic, %3Cscript%3E"
    })
    void whatIsNoSlugIsRefusedByName(String format, String field, String value) {
        given().urlEncodingEnabled(false)
                .get("/feeds/articles." + format + "?" + field + "=" + value)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of(field)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/feeds", "/feeds/articles", "/feeds/articles.xml", "/feeds/articles.RSS", "/feeds/articlesxrss"
            })
    void thereAreNoOtherFeeds(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    private List<String> ids(String format, String more) {
        return FeedPages.ids(format, "newsletter=" + newsletter + more);
    }

    private String publish(String topic, String author, String market) {
        Map<String, Object> draft = FeedPages.draft("Filtered", newsletter);
        draft.put("topic", topic);
        draft.put("authors", Drafts.list(author));
        draft.put("market", market);
        return FeedPages.urn(Desk.createAndPublish(draft));
    }
}
