package dev.broadsheet.article.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AtomFeedTest {

    private final String newsletter = FeedPages.newsletter();

    @Test
    void aReaderFindsTheWholeArticle() {
        JsonPath article = Desk.createAndPublish(FeedPages.draft("Rates & loans", newsletter));

        byte[] xml = FeedPages.read("atom", "newsletter=" + newsletter);

        AtomRules.check(xml);
        Feed feed = FeedPages.atom(xml);
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).hasSize(1);
        Entry entry = feed.getEntries().get(0);
        Instant published = Instant.parse(article.getString("publishedAt")).truncatedTo(ChronoUnit.SECONDS);
        assertThat(entry.getId()).isEqualTo(FeedPages.urn(article));
        assertThat(entry.getTitle()).isEqualTo("Rates & loans");
        assertThat(entry.getAlternateLinks().get(0).getHref())
                .isEqualTo("http://localhost:8080/articles/" + article.getString("slug"));
        assertThat(entry.getPublished().toInstant()).isEqualTo(published);
        assertThat(entry.getUpdated().toInstant()).isAfterOrEqualTo(published);
        assertThat(entry.getAuthors())
                .extracting(SyndPerson::getName)
                .containsExactly("Jonas Lindqvist", "Amara Okafor");
        assertThat(entry.getAuthors())
                .extracting(SyndPerson::getUri)
                .contains("http://localhost:8080/authors/amara-okafor");
        assertThat(entry.getCategories()).singleElement().satisfies(category -> {
            assertThat(category.getTerm()).isEqualTo("economy");
            assertThat(category.getLabel()).isEqualTo("Economy");
        });
        assertThat(entry.getSummary().getValue()).isEqualTo("Loans stay dear for households until spring.");
        assertThat(entry.getContents().get(0).getType()).isEqualTo("html");
        assertThat(entry.getContents().get(0).getValue())
                .contains("<strong>Why it matters:</strong> Loans stay <em>dear</em> for")
                .contains("<blockquote>");
        assertThat(((MediaEntryModule) entry.getModule(MediaModule.URI)).getMediaContents())
                .hasSize(1);
    }

    @Test
    void theFeedSaysWhereItIs() {
        Desk.createAndPublish(FeedPages.draft("A feed", newsletter));

        Feed feed = FeedPages.atom(FeedPages.read("atom", "market=denver&newsletter=" + newsletter));

        assertThat(feed.getTitle()).isEqualTo("Broadsheet: in newsletter " + newsletter + ", from denver");
        assertThat(feed.getOtherLinks()).singleElement().satisfies(self -> {
            assertThat(self.getRel()).isEqualTo("self");
            assertThat(self.getHref())
                    .isEqualTo("http://localhost:8080/feeds/articles.atom?newsletter=" + newsletter + "&market=denver");
            assertThat(feed.getId()).isEqualTo(self.getHref());
        });
        assertThat(feed.getAlternateLinks().get(0).getHref()).isEqualTo("http://localhost:8080/");
        assertThat(FeedPages.get("atom", "newsletter=" + newsletter).contentType())
                .isEqualTo("application/atom+xml;charset=UTF-8");
    }

    @Test
    void anEmptyFeedIsAFeed() {
        byte[] xml = FeedPages.read("atom", "newsletter=" + newsletter);

        AtomRules.check(xml);
        assertThat(FeedPages.atom(xml).getEntries()).isEmpty();
    }
}
