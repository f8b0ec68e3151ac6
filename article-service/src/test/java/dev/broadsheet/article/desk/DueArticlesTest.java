package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Articles that have become due at once, or while nobody looked. The service itself looks too, all the while. */
@QuarkusTest
class DueArticlesTest {

    private static final int MANY = 24;
    private static final int SOME = 8;

    @Inject
    Publishing publishing;

    @Inject
    Stored stored;

    @Test
    void eachIsPublishedOnceHoweverManyReplicasLook() throws Exception {
        List<String> ids = schedule(MANY);
        stored.makeDue(ids);

        List<List<UUID>> published = AtOnce.many(this::publishAllThatIsDue);

        awaitAllPublic(ids);
        assertThat(published.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        for (String id : ids) {
            assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
        }
        try (ArticleTopic topic = new ArticleTopic()) {
            for (String id : ids) {
                assertThat(topic.awaitTypesOf(id, 1)).containsExactly("ArticlePublished");
            }
        }
    }

    @Test
    void whatBecameDueDuringDowntimeIsPublishedOldestFirst() throws SQLException {
        List<String> ids = schedule(SOME);
        List<String> longestDueFirst = new ArrayList<>(ids);
        Collections.reverse(longestDueFirst);

        stored.makeDue(longestDueFirst);

        awaitAllPublic(ids);
        List<Instant> published = longestDueFirst.stream()
                .map(id -> Desk.read(id).jsonPath())
                .map(article -> Instant.parse(article.getString("publishedAt")))
                .toList();
        assertThat(published).isSorted().doesNotHaveDuplicates();
        for (String id : ids) {
            assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
        }
    }

    @Test
    void editorsAndTheScheduleTogetherPublishOnce() throws Exception {
        for (String id : schedule(SOME)) {
            stored.makeDue(List.of(id));
            AtOnce.all(List.of(() -> Desk.publish(id), () -> Desk.publish(id), this::publishAllThatIsDue));
            awaitAllPublic(List.of(id));
            assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
        }
    }

    private List<UUID> publishAllThatIsDue() {
        List<UUID> published = new ArrayList<>();
        List<UUID> next = publishing.publishDue(Set.of(), id -> {});
        while (!next.isEmpty()) {
            published.addAll(next);
            next = publishing.publishDue(Set.of(), id -> {});
        }
        return published;
    }

    private static List<String> schedule(int articles) {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        return IntStream.range(0, articles)
                .mapToObj(i -> Desk.createAndSchedule(draft("Due with others " + i), tomorrow))
                .map(article -> article.getString("id"))
                .toList();
    }

    private static void awaitAllPublic(List<String> ids) {
        for (String id : ids) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> {
                JsonPath article = Desk.read(id).jsonPath();
                return article.getString("state").equals("PUBLISHED");
            });
        }
    }
}
