package dev.broadsheet.article.testing;

import dev.broadsheet.contracts.EventSchemas;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.localstack.client.TopicReader;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The articles' topic on the real broker. What is read must be a valid event. */
public final class ArticleTopic implements AutoCloseable {

    private final TopicReader reader = TopicReader.ofTestStack(Topics.ARTICLES);

    /** An event as it was read: its type without the prefix, as {@code ArticleUpdated}. */
    public record Told(String type, JsonPath data) {}

    /** Waits for the first event of this article. */
    public JsonPath awaitEventOf(String articleId) {
        return data(reader.awaitRecord(event -> event.key().equals(articleId)));
    }

    /** Waits until this article has so many events; all that it has, in the order in which readers of the topic get them. */
    public List<Told> awaitEventsOf(String articleId, int atLeast) {
        return reader.awaitRecords(atLeast, event -> event.key().equals(articleId)).stream()
                .map(ArticleTopic::told)
                .toList();
    }

    /** The same, and no more of them than their types. */
    public List<String> awaitTypesOf(String articleId, int atLeast) {
        return awaitEventsOf(articleId, atLeast).stream().map(Told::type).toList();
    }

    /** How many events of this article are there now. */
    public long countEventsOf(String articleId) {
        return records().stream().filter(event -> event.key().equals(articleId)).count();
    }

    public int size() {
        return records().size();
    }

    @Override
    public void close() {
        reader.close();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return reader.records();
    }

    private static JsonPath data(ConsumerRecord<String, byte[]> event) {
        return told(event).data();
    }

    private static Told told(ConsumerRecord<String, byte[]> event) {
        Map<String, String> headers = new HashMap<>();
        event.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        EventSchemas.assertValidCloudEvent(event.key(), headers, event.value());
        String type = headers.get("ce_type");
        return new Told(type.substring(type.lastIndexOf('.') + 1), JsonPath.from(TopicReader.text(event)));
    }
}
