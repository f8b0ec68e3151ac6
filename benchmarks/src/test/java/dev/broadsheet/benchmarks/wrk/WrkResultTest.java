package dev.broadsheet.benchmarks.wrk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WrkResultTest {

    @Test
    void theResultIsReadFromWhatWrkPrints() throws IOException {
        WrkResult result = WrkResult.parse(captured("wrk-output.txt"));
        assertThat(result).isEqualTo(new WrkResult(837, 1_005_334, 3_600_774, 0, 6_729, 17_531));
        assertThat(result.requestsPerSecond()).isCloseTo(832.56, offset(0.01));
        assertThatCode(() -> result.requireAnswers("it", 4_100)).doesNotThrowAnyException();
    }

    @Test
    void anAnswerThatIsAnErrorBreaksTheRun() throws IOException {
        WrkResult result = WrkResult.parse(captured("wrk-output-with-errors.txt"));
        assertThat(result.errors()).isPositive();
        assertThatThrownBy(() -> result.requireAnswers("it", 1)).isInstanceOf(BenchmarkFailure.class);
    }

    @Test
    void answersThatAreTooShortToBeTheBodyBreakTheRun() {
        WrkResult result = new WrkResult(100, 1_000_000, 20_000, 0, 1, 2);
        assertThatThrownBy(() -> result.requireAnswers("it", 4_000)).isInstanceOf(BenchmarkFailure.class);
    }

    @Test
    void aRunThatDidNotFinishIsToldWithWhatWasPrinted() {
        assertThatThrownBy(() -> WrkResult.parse("unable to connect to 127.0.0.1:1 Connection refused"))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining("Connection refused");
    }

    private static String captured(String resource) throws IOException {
        try (InputStream content = WrkResultTest.class.getResourceAsStream("/" + resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
