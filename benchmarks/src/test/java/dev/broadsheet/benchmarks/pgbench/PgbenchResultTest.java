package dev.broadsheet.benchmarks.pgbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import org.junit.jupiter.api.Test;

class PgbenchResultTest {

    private static final String OUTPUT = """
            pgbench (15.13 (Debian 15.13-0+deb12u1), server 18.6)
            transaction type: by-statement.sql
            scaling factor: 1
            query mode: prepared
            number of clients: 32
            number of threads: 2
            maximum number of tries: 1
            duration: 3 s
            number of transactions actually processed: 5491
            number of failed transactions: 0 (0.000%)
            latency average = 17.466 ms
            initial connection time = 59.871 ms
            tps = 1832.113429 (without initial connection time)
            """;

    @Test
    void theResultIsReadFromWhatPgbenchPrints() {
        assertThat(PgbenchResult.parse(OUTPUT)).isEqualTo(new PgbenchResult(5_491, 1_832.113429, 17.466));
    }

    @Test
    void aTransactionThatFailedBreaksTheRun() {
        assertBroken(OUTPUT.replace("transactions: 0 (0.000%)", "transactions: 3 (0.055%)"));
    }

    @Test
    void aClientThatLeftBreaksTheRunThoughTheOthersWentOn() {
        assertBroken("pgbench: error: client 3 script 0 aborted in command 4 query 0: ERROR:  null value\n" + OUTPUT);
    }

    @Test
    void aRunThatDidNotFinishIsToldWithWhatWasPrinted() {
        assertThatThrownBy(() -> PgbenchResult.parse("pgbench: error: connection to server failed"))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining("connection to server failed");
    }

    private static void assertBroken(String output) {
        assertThatThrownBy(() -> PgbenchResult.parse(output)).isInstanceOf(BenchmarkFailure.class);
    }
}
