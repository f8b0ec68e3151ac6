package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.localstack.client.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleDataTest {

    private static final int ALL = 40;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private List<Samples.Article> samples;
    private NewsroomStandIn newsroom;

    @BeforeEach
    void open() throws IOException {
        samples = Samples.read().articles();
        newsroom = new NewsroomStandIn();
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void anEmptyNewsroomGetsTopicsAuthorsAndArticles() {
        load(NOW);

        assertThat(newsroom.topics).hasSize(5);
        assertThat(newsroom.authors).hasSize(6);
        assertThat(newsroom.published).hasSize(ALL);
        assertThat(newsroom.keys).hasSize(ALL).doesNotHaveDuplicates().allMatch(key -> key.startsWith("sample-"));
        assertThat(told()).contains("Published 40 sample articles");
    }

    @Test
    void theOldestIsPublishedFirstAndEachHasItsAge() {
        load(NOW);

        assertThat(List.copyOf(newsroom.published.values())).isSorted().allMatch(date -> date.isBefore(NOW));
        assertThat(newsroom.published)
                .containsEntry("what-a-quiet-flu-season-is-hiding", NOW.minus(Duration.ofHours(2)))
                .containsEntry("denver-buses-come-every-ten-minutes", NOW.minus(Duration.ofHours(22)));
    }

    @Test
    void imagesAreOnTheSiteThatReadersSee() {
        load(NOW);

        assertThat(newsroom.drafted.values())
                .filteredOn(draft -> draft.has("image"))
                .hasSizeGreaterThan(30)
                .allMatch(draft ->
                        draft.path("image").path("url").asText().startsWith(newsroom.url() + "/illustrations/"));
    }

    @Test
    void theSecondTimeOneQuestionIsEnough() {
        load(NOW);
        newsroom.asked.clear();

        load(NOW.plus(Duration.ofDays(3)));

        assertThat(newsroom.asked).containsExactly("GET /api/v1/articles/" + newest());
    }

    @Test
    void aNewsroomWithArticlesOfItsOwnIsLeftAlone() {
        newsroom.published.put("rates-hold", NOW);

        load(NOW);

        assertThat(newsroom.asked).allMatch(call -> call.startsWith("GET"));
        assertThat(newsroom.drafted).isEmpty();
    }

    @Test
    void aLoadThatWasInterruptedBetweenDraftAndPublishingIsCompleted() {
        newsroom.failAt("/publish", 17);
        load(NOW);
        assertThat(newsroom.published).hasSize(17);
        newsroom.recover();

        load(NOW.plus(Duration.ofDays(3)));

        assertThat(newsroom.published).hasSize(ALL);
        assertThat(List.copyOf(newsroom.published.values())).isSorted();
        assertThat(newsroom.keys).hasSize(ALL);
        assertThat(told()).contains("Published 23 sample articles");
    }

    @Test
    void aLoadThatWasInterruptedBeforeTheFirstArticleIsCompleted() {
        newsroom.failAt("/publish", 0);
        load(NOW);
        newsroom.recover();

        load(NOW);

        assertThat(newsroom.published).hasSize(ALL);
        assertThat(newsroom.keys).hasSize(ALL);
    }

    @Test
    void theDraftIsFoundHoweverManyOthersTheDeskHas() {
        for (int i = 0; i < 5; i++) {
            newsroom.drafted.put("draft-" + i, samples.get(0).draft());
        }
        newsroom.drafted.put(oldest(), samples.get(0).draft());

        load(NOW);

        assertThat(newsroom.published).hasSize(ALL).containsKey(oldest()).doesNotContainKey("draft-0");
    }

    @Test
    void aSampleThatWasRenamedOrWithdrawnDoesNotComeBack() {
        newsroom.failAt("/publish", 3);
        load(NOW);
        newsroom.recover();
        List<String> first = List.copyOf(newsroom.published.keySet());
        newsroom.statuses.put(first.get(0), 301);
        newsroom.statuses.put(first.get(1), 410);

        load(NOW);

        assertThat(newsroom.published).hasSize(ALL);
        assertThat(newsroom.asked)
                .filteredOn(
                        call -> call.contains(first.get(0) + "/publish") || call.contains(first.get(1) + "/publish"))
                .hasSize(2);
    }

    @Test
    void aRefusalIsToldAndStopsNothing() {
        newsroom.failAt("POST /api/v1/desk/articles", 0);

        load(NOW);

        assertThat(told()).contains("could not be loaded: POST /api/v1/desk/articles answered 503");
    }

    @Test
    void aSiteThatDoesNotAnswerIsToldAndStopsNothing() {
        newsroom.close();

        load(NOW);

        assertThat(told()).contains("The sample articles could not be loaded: No answer");
    }

    private void load(Instant now) {
        Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
        new SampleData(newsroom.url(), Tokens.ofTestStack(), Clock.fixed(now, ZoneOffset.UTC), console).load();
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String oldest() {
        return samples.get(0).slug();
    }

    private String newest() {
        return samples.get(samples.size() - 1).slug();
    }
}
