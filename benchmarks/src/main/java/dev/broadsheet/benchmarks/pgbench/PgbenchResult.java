package dev.broadsheet.benchmarks.pgbench;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pgbench measured in one run.
 *
 * @param perSecond transactions, without the time that connecting took
 */
public record PgbenchResult(long transactions, double perSecond, double averageMilliseconds) {

    private static final Pattern TRANSACTIONS =
            Pattern.compile("^number of transactions actually processed: (\\d+)", Pattern.MULTILINE);
    private static final Pattern PER_SECOND = Pattern.compile("^tps = ([0-9.]+) ", Pattern.MULTILINE);
    private static final Pattern AVERAGE = Pattern.compile("^latency average = ([0-9.]+) ms", Pattern.MULTILINE);
    private static final Pattern FAILED =
            Pattern.compile("^number of failed transactions: ([1-9]\\d*)", Pattern.MULTILINE);

    public static PgbenchResult parse(String output) {
        // A client that meets an error leaves, and the others go on: what is printed then is no measurement.
        if (output.contains("aborted") || FAILED.matcher(output).find()) {
            throw new BenchmarkFailure("Not every transaction of pgbench succeeded:\n" + output);
        }
        return new PgbenchResult(
                Long.parseLong(find(TRANSACTIONS, output)),
                Double.parseDouble(find(PER_SECOND, output)),
                Double.parseDouble(find(AVERAGE, output)));
    }

    private static String find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new BenchmarkFailure("pgbench did not finish:\n" + output);
        }
        return matcher.group(1);
    }
}
