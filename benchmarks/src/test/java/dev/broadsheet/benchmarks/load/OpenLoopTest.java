package dev.broadsheet.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void theMomentsAreFixedBeforehand() {
        Map<Integer, Long> planned = new ConcurrentHashMap<>();
        new OpenLoop(1_000, 1).run(List.of(0, 1, 2), planned::put);
        assertThat(planned.get(1) - planned.get(0)).isEqualTo(1_000_000);
        assertThat(planned.get(2) - planned.get(1)).isEqualTo(1_000_000);
    }

    @Test
    void aFailureComesOut() {
        OpenLoop loop = new OpenLoop(1_000, 2);
        assertThatThrownBy(() -> loop.run(List.of(1, 2), (item, planned) -> {
                    throw new BenchmarkFailure("answered 500");
                }))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessage("answered 500");
    }

    @Test
    void latenciesAreToldInMilliseconds() {
        Latencies latencies = new Latencies();
        for (int milliseconds = 1; milliseconds <= 100; milliseconds++) {
            latencies.add(milliseconds * 1_000_000L);
        }
        Latencies.Summary summary = latencies.summary();
        assertThat(summary.count()).isEqualTo(100);
        assertThat(Math.round(summary.p50())).isEqualTo(50);
        assertThat(Math.round(summary.p99())).isEqualTo(99);
    }
}
