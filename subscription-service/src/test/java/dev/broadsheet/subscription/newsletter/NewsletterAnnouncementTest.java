package dev.broadsheet.subscription.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.subscription.testing.AtOnce;
import dev.broadsheet.subscription.testing.PublishedEvents;
import dev.broadsheet.subscription.testing.ServiceTest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewsletterAnnouncementTest extends ServiceTest {

    private static final int REPLICAS = 8;

    @Inject
    NewsletterAnnouncer announcer;

    private final PublishedEvents newsletters = eventsOn(Topics.NEWSLETTERS);

    @Test
    void everyNewsletterIsAnnouncedAtTheFirstStart() {
        assertThat(newsletters.all(NewsletterChanged.class, event -> true))
                .extracting(NewsletterChanged::slug)
                .contains(
                        "markets",
                        "vitals",
                        "china",
                        "world",
                        "politics",
                        "denver",
                        "des-moines",
                        "twin-cities",
                        "tampa-bay",
                        "charlotte");
    }

    @Test
    void anAnnouncementCarriesTheWholeState() {
        assertThat(announcementsOf("denver").get(0)).satisfies(denver -> {
            assertThat(denver.sendTime()).hasToString("06:00");
            assertThat(denver.zone()).isEqualTo("America/Denver");
            assertThat(denver.market()).isEqualTo("denver");
            assertThat(denver.sender().address()).isEqualTo("denver@broadsheet.example");
            assertThat(denver.archived()).isFalse();
        });
    }

    @Test
    void aStartWithoutChangesAnnouncesNothing() {
        long before = database().stored().events();

        announcer.announceChanges(new StartupEvent());

        assertThat(database().stored().events()).isEqualTo(before);
    }

    @Test
    void aChangeIsAnnouncedOnceThoughSeveralReplicasStartAtTheSameTime() {
        int before = announcementsOf("world").size();
        database().execute("UPDATE newsletter SET tagline = 'Changed', version = version + 1 WHERE slug = 'world'");

        AtOnce.call(REPLICAS, () -> {
            announcer.announceChanges(new StartupEvent());
            return true;
        });

        assertThat(announcementsOf("world"))
                .hasSize(before + 1)
                .last()
                .extracting(NewsletterChanged::tagline)
                .isEqualTo("Changed");
    }

    private List<NewsletterChanged> announcementsOf(String slug) {
        return newsletters.all(NewsletterChanged.class, event -> event.slug().equals(slug));
    }
}
