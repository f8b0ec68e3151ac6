package dev.broadsheet.gateway.limiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.gateway.client.Client;
import dev.broadsheet.gateway.configuration.GatewayConfiguration.RateLimits.Rule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Client CLIENT = new Client(4, 1);
    private static final int CLIENTS_AT_MOST = 10;

    private final AtomicLong now = new AtomicLong();
    private final RateLimit limit = new RateLimit(new ThirtyAMinute(), CLIENTS_AT_MOST, now::get);

    @Test
    void aBurstIsTakenAndThenOneRequestEveryTwoSeconds() {
        assertTaken(60);
        assertThat(limit.excess(CLIENT)).contains(Duration.ofSeconds(2));

        pass(Duration.ofSeconds(1));
        assertThat(limit.excess(CLIENT)).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertTaken(1);
        assertThat(limit.excess(CLIENT)).isPresent();
    }

    @Test
    void beingRefusedCostsNothing() {
        assertTaken(60);
        for (int i = 0; i < 1_000; i++) {
            assertThat(limit.excess(CLIENT)).isPresent();
        }

        pass(Duration.ofMinutes(1));
        assertTaken(30);
        assertThat(limit.excess(CLIENT)).isPresent();
    }

    @Test
    void restingBringsNoMoreThanTheBurst() {
        assertTaken(60);
        pass(Duration.ofHours(1));
        assertTaken(60);
        assertThat(limit.excess(CLIENT)).isPresent();
    }

    @Test
    void whoHasRestedIsForgotten() {
        limit.excess(CLIENT);
        assertThat(limit.clients()).isEqualTo(1);

        pass(Duration.ofMinutes(3));
        limit.excess(new Client(4, 2));

        await().until(() -> limit.clients() == 1);
    }

    @Test
    void aFloodFromManyAddressesTakesNoMoreMemoryThanIsAllowed() {
        for (int i = 0; i < 10_000; i++) {
            limit.excess(new Client(4, i));
        }

        await().until(() -> limit.clients() <= CLIENTS_AT_MOST);
    }

    private void assertTaken(int requests) {
        for (int i = 0; i < requests; i++) {
            assertThat(limit.excess(CLIENT)).isEmpty();
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private record ThirtyAMinute() implements Rule {

        @Override
        public List<String> paths() {
            return List.of("/");
        }

        @Override
        public List<String> methods() {
            return List.of("POST");
        }

        @Override
        public int requests() {
            return 30;
        }

        @Override
        public Duration per() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int burst() {
            return 60;
        }
    }
}
