package dev.broadsheet.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.systemtests.Desk.Written;
import dev.broadsheet.systemtests.Publishings.Publishing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What everybody is told of articles. */
final class ArticleTopic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TopicReader topic;

    ArticleTopic(Newsroom newsroom) {
        this.topic = newsroom.topic("broadsheet.articles.v1");
    }

    /** Waits until it was told of each article that it was published. */
    void awaitPublishing(List<Written> articles) {
        for (Written article : articles) {
            topic.awaitRecords(1, event -> isPublishing(event) && event.key().equals(article.id()), PATIENCE);
        }
    }

    /** As far as the topic knows now. */
    Publishings publishings(List<Written> articles) {
        Set<String> ids = articles.stream().map(Written::id).collect(Collectors.toSet());
        List<Publishing> events = topic.records().stream()
                .filter(ArticleTopic::isPublishing)
                .filter(event -> ids.contains(event.key()))
                .map(ArticleTopic::publishing)
                .toList();
        return new Publishings(articles, events);
    }

    @Override
    public void close() {
        topic.close();
    }

    private static boolean isPublishing(ConsumerRecord<String, byte[]> event) {
        return TopicReader.header(event, "ce_type")
                .filter("dev.broadsheet.ArticlePublished"::equals)
                .isPresent();
    }

    private static Publishing publishing(ConsumerRecord<String, byte[]> event) {
        return new Publishing(
                event.key(),
                TopicReader.header(event, "ce_id").orElseThrow(),
                Instant.parse(data(event).path("publishedAt").asText()),
                Instant.ofEpochMilli(event.timestamp()));
    }

    private static JsonNode data(ConsumerRecord<String, byte[]> event) {
        try {
            return JSON.readTree(event.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
