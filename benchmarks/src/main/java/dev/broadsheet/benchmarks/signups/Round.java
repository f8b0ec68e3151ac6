package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.wrk.WrkResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One round of sign-ups under full load.
 *
 * @param answered what the load generator saw
 * @param decided sign-ups that had all their rows when the queue was empty again
 * @param seconds from the first request until the queue was empty
 * @param queued sign-ups that were not decided yet when the load ended
 */
record Round(WrkResult answered, long decided, double seconds, long queued) {

    double answeredPerSecond() {
        return answered.requestsPerSecond();
    }

    double decidedPerSecond() {
        return decided / seconds;
    }

    /** What can go on for hours: the slower of answering and deciding. */
    double sustainedPerSecond() {
        return Math.min(answeredPerSecond(), decidedPerSecond());
    }

    static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Numbers.median(
                rounds.stream().map(round -> value.applyAsDouble(round)).toList());
    }
}
