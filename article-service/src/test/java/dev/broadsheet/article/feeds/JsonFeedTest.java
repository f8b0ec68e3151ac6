package dev.broadsheet.article.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JsonFeedTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_7,
                    registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()))
            .getSchema(JsonFeedTest.class.getResourceAsStream("/feeds/jsonfeed-1.1.schema.json"), InputFormat.JSON);

    private final String newsletter = FeedPages.newsletter();

    @Test
    void aReaderFindsTheWholeArticle() {
        JsonPath article = Desk.createAndPublish(FeedPages.draft("Rates & loans", newsletter));

        byte[] json = FeedPages.read("json", "newsletter=" + newsletter);

        checkSchema(json);
        JsonPath feed = FeedPages.json(json);
        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("title")).isEqualTo("Broadsheet: in newsletter " + newsletter);
        assertThat(feed.getString("home_page_url")).isEqualTo("http://localhost:8080/");
        assertThat(feed.getString("feed_url"))
                .isEqualTo("http://localhost:8080/feeds/articles.json?newsletter=" + newsletter);
        assertThat(feed.getList("items")).hasSize(1);
        JsonPath item = feed.setRootPath("items[0]");
        assertThat(item.getString("id")).isEqualTo(FeedPages.urn(article));
        assertThat(item.getString("url")).isEqualTo("http://localhost:8080/articles/" + article.getString("slug"));
        assertThat(item.getString("title")).isEqualTo("Rates & loans");
        assertThat(item.getString("content_html")).contains("Loans stay <em>dear</em> for");
        assertThat(item.getString("content_text"))
                .contains("Loans stay dear for")
                .doesNotContain("<");
        assertThat(item.getString("summary")).isEqualTo("Loans stay dear for households until spring.");
        assertThat(item.getString("image")).isEqualTo("https://images.example/fed.svg");
        assertThat(Instant.parse(item.getString("date_published")))
                .isEqualTo(Instant.parse(article.getString("publishedAt")).truncatedTo(ChronoUnit.SECONDS));
        assertThat(Instant.parse(item.getString("date_modified")))
                .isAfterOrEqualTo(Instant.parse(item.getString("date_published")));
        assertThat(item.getList("authors"))
                .isEqualTo(List.of(
                        Map.of("name", "Jonas Lindqvist", "url", "http://localhost:8080/authors/jonas-lindqvist"),
                        Map.of("name", "Amara Okafor", "url", "http://localhost:8080/authors/amara-okafor")));
        assertThat(item.getList("tags")).isEqualTo(List.of("Economy"));
        assertThat(item.getString("language")).isEqualTo("en");
    }

    @Test
    void anArticleWithoutAnImageSaysNothingOfOne() {
        Map<String, Object> draft = FeedPages.draft("Plain", newsletter);
        draft.remove("image");
        Desk.createAndPublish(draft);

        byte[] json = FeedPages.read("json", "newsletter=" + newsletter);

        checkSchema(json);
        assertThat(FeedPages.json(json).getMap("items[0]")).doesNotContainKey("image");
    }

    @Test
    void anEmptyFeedIsAFeed() {
        byte[] json = FeedPages.read("json", "newsletter=" + newsletter);

        checkSchema(json);
        assertThat(FeedPages.json(json).getList("items")).isEmpty();
    }

    @Test
    void theFormatHasItsOwnMediaType() {
        assertThat(FeedPages.get("json", "newsletter=" + newsletter).contentType())
                .isEqualTo("application/feed+json");
    }

    private static void checkSchema(byte[] json) {
        assertThat(SCHEMA.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
    }
}
