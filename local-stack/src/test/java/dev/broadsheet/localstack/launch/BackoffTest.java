package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Test
    void deathsInARowWaitEverLongerUpToALimit() {
        Backoff backoff = new Backoff(Clock.fixed(Instant.EPOCH.plusSeconds(100), ZoneOffset.UTC), SHORTEST);
        assertThat(backoff.next()).isEqualTo(SHORTEST);
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(2));
        for (int death = 0; death < 10; death++) {
            backoff.next();
        }
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(30));
    }
}
