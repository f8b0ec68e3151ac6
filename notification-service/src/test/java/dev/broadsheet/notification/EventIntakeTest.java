package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.GoldenExample;
import dev.broadsheet.contracts.GoldenExamples;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventIntakeTest {

    private static final List<String> SUBJECTS =
            List.of("newsletters", "subscriptions", "articles", "delivery-batches");

    private static final Set<EventType> CONSUMED = EnumSet.of(
            EventType.SUBSCRIPTION_CREATED,
            EventType.SUBSCRIPTION_CONFIRMED,
            EventType.SUBSCRIPTION_CANCELLED,
            EventType.SUBSCRIBER_CHANGED,
            EventType.SUBSCRIBER_ERASED,
            EventType.PREFERENCES_LINK_REQUESTED,
            EventType.ADDRESS_CHANGE_REQUESTED,
            EventType.NEWSLETTER_CHANGED,
            EventType.ARTICLE_PUBLISHED,
            EventType.ARTICLE_UPDATED,
            EventType.ARTICLE_RETRACTED);

    private final OtherServices others = new OtherServices();

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void everyGoldenExampleThatWasEverPublishedIsHandled() {
        List<String> ids = new ArrayList<>();
        for (GoldenExample example : GoldenExamples.all()) {
            if (CONSUMED.contains(example.type())) {
                Map<String, String> headers = headers(example.type().cloudEventsType());
                String key = EventJson.decode(example.type().recordType(), example.json())
                        .aggregateId();
                others.publish(example.type().topic(), key, headers, example.json());
                ids.add(headers.get("ce_id"));
            }
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> handled(ids) == ids.size());
        assertThat(SUBJECTS)
                .allSatisfy(subject ->
                        assertThat(new DeadLetters(subject).ofEvents(ids)).isZero());
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersWithTheReasonAndStopsNothing() {
        for (String subject : SUBJECTS) {
            String key = "poison-" + Ids.next();
            others.publish("broadsheet." + subject + ".v1", key, Map.of(), new byte[] {0, 1, 2, (byte) 0xff});

            assertThat(new DeadLetters(subject).awaitReason(record -> key.equals(record.key())))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("ce_type"));
        }
        String address = "reader-" + Ids.next() + "@example.com";
        others.signUp(address, "markets");
        assertThat(Inbox.ofTestStack().awaitMailsTo(address, 1)).hasSize(1);
    }

    @Test
    void anEventWithoutWhatItNeedsGoesToTheDeadLettersAsItCame() {
        String key = "half-" + Ids.next();
        byte[] half = "{\"email\":\"half@example.com\"}".getBytes(StandardCharsets.UTF_8);
        others.publish(Topics.SUBSCRIPTIONS, key, headers(EventType.SUBSCRIPTION_CREATED.cloudEventsType()), half);

        assertThat(new DeadLetters("subscriptions").awaitReason(record -> key.equals(record.key())))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("subscriptionId").doesNotContain("half@example.com"));
    }

    private static long handled(List<String> ids) {
        return Ledger.count(
                "SELECT count(*) FROM inbox_event WHERE event_id::text = ANY (string_to_array(?, ','))",
                String.join(",", ids));
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                Ids.next().toString(),
                "ce_type",
                type,
                "ce_time",
                Instant.now().toString());
    }
}
