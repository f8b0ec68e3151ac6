package dev.broadsheet.subscription.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.subscription.testing.NotificationService;
import dev.broadsheet.subscription.testing.PublishedEvents;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestReader;
import dev.broadsheet.subscription.token.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens in whatever order: nobody gets what they did not agree to, and nothing is left of who was erased. */
@QuarkusTest
class ConsentTest extends ServiceTest {

    private static final int SEQUENCES = 16;
    private static final int STEPS = 20;

    @Inject
    Tokens tokens;

    /** Some that are always the same, and some that nobody has tried before; the seed is the test's name. */
    static LongStream seeds() {
        return LongStream.concat(
                LongStream.range(0, SEQUENCES / 2),
                LongStream.generate(System::nanoTime).limit(SEQUENCES / 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoGetsMailIsExactlyWhoAgreed(long seed) {
        try (NotificationService notifications = new NotificationService()) {
            TestReader reader = newReader();
            Steps steps = new Steps(seed, reader, database(), notifications, tokens);
            for (int i = 0; i < STEPS; i++) {
                steps.take();
                assertThat(storedAudience(reader))
                        .as(steps.story()::toString)
                        .isEqualTo(steps.model().agreed());
                assertThat(steps.model().erasedReaders())
                        .as(steps.story()::toString)
                        .allSatisfy(erased -> assertThat(rowsOf(erased)).isZero());
            }
            assertThat(audienceOfWhoeverReadsTheTopic(steps))
                    .as(steps.story()::toString)
                    .isEqualTo(steps.model().agreed());
        }
    }

    private Set<String> storedAudience(TestReader reader) {
        return new HashSet<>(database()
                .texts(
                        "SELECT newsletter FROM subscription JOIN subscriber ON subscriber.id = subscriber_id"
                                + " WHERE email = ? AND subscription.state = 'CONFIRMED' AND subscriber.state = 'ACTIVE'",
                        reader.email()));
    }

    private long rowsOf(UUID erased) {
        return database()
                .number(
                        "SELECT (SELECT count(*) FROM subscriber WHERE id = ?)"
                                + " + (SELECT count(*) FROM subscription WHERE subscriber_id = ?)"
                                + " + (SELECT count(*) FROM sign_up WHERE subscriber_id = ?)",
                        erased,
                        erased,
                        erased);
    }

    /** As a consumer builds it that knows nothing but the events, each once. */
    private Set<String> audienceOfWhoeverReadsTheTopic(Steps steps) {
        Map<UUID, Set<String>> audience = new HashMap<>();
        PublishedEvents topic = eventsOn(Topics.SUBSCRIPTIONS);
        topic.everythingPublished().stream()
                .filter(record -> steps.readers().contains(UUID.fromString(record.key())))
                .forEach(record -> apply(record, audience));
        Set<String> all = new HashSet<>();
        audience.values().forEach(all::addAll);
        return all;
    }

    private static void apply(ConsumerRecord<String, byte[]> record, Map<UUID, Set<String>> audience) {
        Set<String> newsletters = audience.computeIfAbsent(UUID.fromString(record.key()), id -> new HashSet<>());
        String type = TopicReader.header(record, "ce_type").orElseThrow();
        if (type.endsWith("SubscriptionConfirmed")) {
            EventJson.decode(SubscriptionConfirmed.class, record.value()).newsletters().stream()
                    .map(ConfirmedNewsletter::slug)
                    .forEach(newsletters::add);
        } else if (type.endsWith("SubscriptionCancelled")) {
            EventJson.decode(SubscriptionCancelled.class, record.value())
                    .newsletters()
                    .forEach(newsletters::remove);
        } else if (type.endsWith("SubscriberErased")) {
            assertThat(EventJson.decode(SubscriberErased.class, record.value()).subscriberId())
                    .hasToString(record.key());
            newsletters.clear();
        }
    }
}
