package dev.broadsheet.article.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.atom.modules.AtomLinkModule;
import com.rometools.modules.content.ContentModule;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RssFeedTest {

    private final String newsletter = FeedPages.newsletter();

    @Test
    void aReaderFindsTheWholeArticle() {
        JsonPath article = Desk.createAndPublish(FeedPages.draft("Rates & loans", newsletter));

        Channel channel = FeedPages.rss(FeedPages.read("rss", "newsletter=" + newsletter));

        assertThat(channel.getFeedType()).isEqualTo("rss_2.0");
        assertThat(channel.getItems()).hasSize(1);
        Item item = channel.getItems().get(0);
        assertThat(item.getTitle()).isEqualTo("Rates & loans");
        assertThat(item.getLink()).isEqualTo("http://localhost:8080/articles/" + article.getString("slug"));
        assertThat(item.getGuid().getValue()).isEqualTo(FeedPages.urn(article));
        assertThat(item.getGuid().isPermaLink()).isFalse();
        assertThat(item.getPubDate().toInstant())
                .isEqualTo(Instant.parse(article.getString("publishedAt")).truncatedTo(ChronoUnit.SECONDS));
        assertThat(item.getCategories()).extracting(Category::getValue).containsExactly("Economy");
        assertThat(item.getDescription().getValue()).isEqualTo("Loans stay dear for households until spring.");
        assertThat(((DCModule) item.getModule(DCModule.URI)).getCreators())
                .containsExactly("Jonas Lindqvist", "Amara Okafor");
        assertThat(((ContentModule) item.getModule(ContentModule.URI)).getEncodeds())
                .singleElement()
                .asString()
                .contains("<strong>Why it matters:</strong> Loans stay <em>dear</em> for")
                .contains("<h2>Details</h2>")
                .contains("<li>4.1% jobless</li>")
                .contains("<blockquote>");
    }

    @Test
    void theChannelSaysWhereItIsAndHowOften() {
        JsonPath article = Desk.createAndPublish(FeedPages.draft("A channel", newsletter));

        Channel channel = FeedPages.rss(FeedPages.read("rss", "newsletter=" + newsletter));

        assertThat(channel.getTitle()).isEqualTo("Broadsheet: in newsletter " + newsletter);
        assertThat(channel.getLink()).isEqualTo("http://localhost:8080/");
        assertThat(channel.getDescription()).contains("Broadsheet");
        assertThat(channel.getLanguage()).isEqualTo("en");
        assertThat(channel.getTtl()).isPositive();
        assertThat(channel.getLastBuildDate().toInstant())
                .isEqualTo(Instant.parse(article.getString("updatedAt")).truncatedTo(ChronoUnit.SECONDS));
        assertThat(((AtomLinkModule) channel.getModule(AtomLinkModule.URI)).getLinks())
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.getRel()).isEqualTo("self");
                    assertThat(link.getHref())
                            .isEqualTo("http://localhost:8080/feeds/articles.rss?newsletter=" + newsletter);
                    assertThat(link.getType()).isEqualTo("application/rss+xml");
                });
    }

    @Test
    void theImageComesWithItsCredit() {
        Desk.createAndPublish(FeedPages.draft("Illustrated", newsletter));

        Item item = FeedPages.rss(FeedPages.read("rss", "newsletter=" + newsletter))
                .getItems()
                .get(0);

        MediaContent[] media = ((MediaEntryModule) item.getModule(MediaModule.URI)).getMediaContents();
        assertThat(media).hasSize(1);
        assertThat(media[0].getReference()).hasToString("https://images.example/fed.svg");
        assertThat(media[0].getMedium()).isEqualTo("image");
        assertThat(media[0].getMetadata().getCredits()[0].getName()).isEqualTo("M. Ito");
        assertThat(media[0].getMetadata().getDescription()).isEqualTo("A bank's columns");
        assertThat(item.getEnclosures()).isEmpty();
    }

    @Test
    void anAnswerSaysWhatItIs() {
        Response answer = FeedPages.get("rss", "newsletter=" + newsletter);

        assertThat(answer.contentType()).isEqualTo("application/rss+xml;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60, stale-while-revalidate=300");
        assertThat(FeedPages.dom(answer.asByteArray()).getXmlEncoding()).isEqualTo("UTF-8");
    }

    @Test
    void anEmptyFeedIsAFeed() {
        Channel channel = FeedPages.rss(FeedPages.read("rss", "newsletter=" + newsletter));

        assertThat(channel.getItems()).isEmpty();
        assertThat(List.of(channel.getTitle(), channel.getLink(), channel.getDescription()))
                .noneMatch(String::isBlank);
    }
}
