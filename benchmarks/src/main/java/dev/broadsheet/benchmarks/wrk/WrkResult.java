package dev.broadsheet.benchmarks.wrk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.benchmarks.BenchmarkFailure;

/**
 * What wrk measured in one run. Its latencies are those of as many requests at once as there are connections, each sent when
 * the one before it was answered: they compare servers under full load, and tell nothing of a reader's wait.
 *
 * @param microseconds how long it ran
 * @param bytes with the heads of the answers
 * @param errors requests without an answer, and answers from 400 up
 */
public record WrkResult(
        long requests, long microseconds, long bytes, long errors, long p50Microseconds, long p99Microseconds) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MICROSECONDS_PER_SECOND = 1e6;
    private static final double MICROSECONDS_PER_MILLISECOND = 1e3;

    /** Reads the line of JSON that our script prints after wrk's own text. */
    public static WrkResult parse(String output) {
        String line = output.lines()
                .filter(text -> text.startsWith("{"))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new BenchmarkFailure("wrk did not finish:\n" + output));
        try {
            return JSON.readValue(line, WrkResult.class);
        } catch (JsonProcessingException e) {
            throw new BenchmarkFailure("wrk's result cannot be read:\n" + output, e);
        }
    }

    public double requestsPerSecond() {
        return requests / (microseconds / MICROSECONDS_PER_SECOND);
    }

    public double p50Milliseconds() {
        return p50Microseconds / MICROSECONDS_PER_MILLISECOND;
    }

    public double p99Milliseconds() {
        return p99Microseconds / MICROSECONDS_PER_MILLISECOND;
    }

    /** An answer below 400 that is no 200 (a redirect, a 204) would be shorter than the shortest body. */
    public void requireAnswers(String what, long shortestBody) {
        if (errors > 0 || requests == 0 || bytes < requests * shortestBody) {
            throw new BenchmarkFailure("Not every request for " + what + " was answered with success: " + this);
        }
    }
}
