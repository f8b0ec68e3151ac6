package dev.broadsheet.systemtests;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.systemtests.Desk.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All events on the topic that say of these articles that they were published. */
record Publishings(List<Written> articles, List<Publishing> events) {

    record Publishing(String article, String eventId, Instant publishedAt, Instant sentAt) {}

    /** One event for each article. The same one may come twice, if a relay died before it could note it as sent. */
    void assertOneEach() {
        Map<String, Set<String>> ids =
                events.stream().collect(groupingBy(Publishing::article, mapping(Publishing::eventId, toSet())));
        assertThat(ids)
                .containsOnlyKeys(articles.stream().map(Written::id).toList())
                .allSatisfy((article, eventIds) -> assertThat(eventIds).hasSize(1));
    }

    void assertNotBefore(Instant at) {
        assertThat(events).allSatisfy(event -> assertThat(event.publishedAt()).isAfterOrEqualTo(at));
    }

    int repeated() {
        return events.size() - articles.size();
    }

    /** How late the last one was, in words. */
    String lateness(Instant at) {
        return "the last of %d was published %d ms and on the topic %d ms after its time"
                .formatted(articles.size(), latest(Publishing::publishedAt, at), latest(Publishing::sentAt, at));
    }

    private long latest(Function<Publishing, Instant> time, Instant at) {
        return events.stream()
                .mapToLong(event -> Duration.between(at, time.apply(event)).toMillis())
                .max()
                .orElseThrow();
    }
}
