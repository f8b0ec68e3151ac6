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

    /** Waits for the first event of this article. */
    public JsonPath awaitEventOf(String articleId) {
        return data(reader.awaitRecord(event -> event.key().equals(articleId)));
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
        Map<String, String> headers = new HashMap<>();
        event.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        EventSchemas.assertValidCloudEvent(event.key(), headers, event.value());
        return JsonPath.from(TopicReader.text(event));
    }
}
