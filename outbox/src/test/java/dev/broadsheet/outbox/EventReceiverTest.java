package dev.broadsheet.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.MalformedEventException;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventReceiverTest {

    private static final String CONSUMER = "test";

    @Inject
    EventReceiver receiver;

    @Inject
    DataSource dataSource;

    private final UUID eventId = Ids.next();

    @BeforeEach
    void makeATableForEffects() {
        execute("CREATE TABLE IF NOT EXISTS effect (event_id uuid)");
    }

    @Test
    void aRepeatedEventHasOneEffect() {
        receiver.receive(CONSUMER, cancelled(), this::writeEffect);
        receiver.receive(CONSUMER, cancelled(), this::writeEffect);

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anEventHasOneEffectForEachConsumer() {
        receiver.receive(CONSUMER, cancelled(), this::writeEffect);
        receiver.receive("another", cancelled(), this::writeEffect);

        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void anEffectThatFailsLeavesNothingAndCanBeHadLater() {
        Consumer<ReceivedEvent> failing = received -> {
            writeEffect(received);
            throw new IllegalStateException("after the effect");
        };

        assertThatThrownBy(() -> receiver.receive(CONSUMER, cancelled(), failing))
                .hasMessageContaining("after the effect");
        assertThat(effects()).isZero();

        receiver.receive(CONSUMER, cancelled(), this::writeEffect);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anEffectWhoseConnectionIsCutIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        receiver.receive(CONSUMER, cancelled(), received -> {
            writeEffect(received);
            if (attempts.incrementAndGet() == 1) {
                execute("SELECT pg_terminate_backend(pg_backend_pid())");
            }
        });

        assertThat(attempts).hasValue(2);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anUnknownTypeIsSkipped() {
        ConsumerRecord<String, byte[]> record = record("dev.broadsheet.SomethingNew", "{}");

        receiver.receive(CONSUMER, record, this::writeEffect);

        assertThat(effects()).isZero();
    }

    @Test
    void whatIsNoEventIsRefusedAndHasNoEffect() {
        String type = EventType.SUBSCRIPTION_CANCELLED.cloudEventsType();
        List<ConsumerRecord<String, byte[]>> poison = List.of(
                new ConsumerRecord<>(Topics.SUBSCRIPTIONS, 0, 0, "key", "{}".getBytes(StandardCharsets.UTF_8)),
                record(type, "not JSON"),
                record(type, "{}"),
                record(type, "{\"subscriberId\":\"no uuid\"}"),
                record(type, "{\"padding\":\"" + "x".repeat(OutboxStore.MAXIMUM_DATA_BYTES) + "\"}"),
                new ConsumerRecord<>(Topics.SUBSCRIPTIONS, 0, 0, null, null));

        for (ConsumerRecord<String, byte[]> record : poison) {
            assertThatThrownBy(() -> receiver.receive(CONSUMER, record, this::writeEffect))
                    .isInstanceOf(MalformedEventException.class);
        }
        assertThat(effects()).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "019aabe2-1f00-7b44-a3c9-0e5f7d2b8c61"})
    void anEventUnderAnothersKeyIsRefused(String key) {
        ConsumerRecord<String, byte[]> record = record(
                key,
                EventType.SUBSCRIPTION_CANCELLED.cloudEventsType(),
                new String(EventJson.encode(cancellation()), StandardCharsets.UTF_8));

        assertThatThrownBy(() -> receiver.receive(CONSUMER, record, this::writeEffect))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("key");
        assertThat(effects()).isZero();
    }

    private ConsumerRecord<String, byte[]> cancelled() {
        SubscriptionCancelled event = cancellation();
        return record(
                event.aggregateId(),
                EventType.SUBSCRIPTION_CANCELLED.cloudEventsType(),
                new String(EventJson.encode(event), StandardCharsets.UTF_8));
    }

    private static SubscriptionCancelled cancellation() {
        return new SubscriptionCancelled(
                Ids.next(), List.of("markets"), SubscriptionCancelled.Reason.ONE_CLICK, Instant.now());
    }

    private ConsumerRecord<String, byte[]> record(String type, String value) {
        return record("key", type, value);
    }

    private ConsumerRecord<String, byte[]> record(String key, String type, String value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(Topics.SUBSCRIPTIONS, 0, 0, key, value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", eventId.toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_time", Instant.now().toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void writeEffect(ReceivedEvent received) {
        execute("INSERT INTO effect VALUES ('" + received.id() + "')");
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long effects() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM effect WHERE event_id = ?")) {
            statement.setObject(1, eventId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
