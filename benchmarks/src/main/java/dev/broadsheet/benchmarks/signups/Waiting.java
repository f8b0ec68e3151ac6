package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.load.Latencies;
import dev.broadsheet.benchmarks.load.OpenLoop;
import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How long a reader waits for the answer to a sign-up, which comes when it is on disk, at half of what a door can take. */
final class Waiting {

    private static final double AIM_MILLISECONDS = 50;
    private static final int THREADS = 64;
    private static final Duration LAST_DECISIONS = Duration.ofMinutes(5);

    private final Map<Door, URI> addresses;
    private final Database database;
    private final SignUpsPlan plan;
    private final Progress progress;

    Waiting(Map<Door, URI> addresses, Database database, SignUpsPlan plan, Progress progress) {
        this.addresses = addresses;
        this.database = database;
        this.plan = plan;
        this.progress = progress;
    }

    Section measure(FullLoad.Measured fullLoad) {
        List<Measured> all = new ArrayList<>();
        for (Door door : Door.values()) {
            int perSecond = (int) Math.max(1, Math.round(fullLoad.peak(door) / 2));
            progress.step("Signing up at the " + door.title() + ", " + perSecond + " a second");
            all.add(measure(door, perSecond));
            database.awaitEmptyQueue(LAST_DECISIONS);
            database.awaitRelayed(LAST_DECISIONS);
        }
        return new Section(
                "Signing up, at half of that",
                new Table(
                        List.of("answered by", "a second", "sign-ups", "p50 ms", "p90 ms", "p99 ms", "max ms"),
                        all.stream().map(Measured::row).toList()),
                all.stream().map(Measured::figure).toList(),
                all);
    }

    private Measured measure(Door door, int perSecond) {
        Readers readers = new Readers(new Api(addresses.get(door)));
        OpenLoop loop = new OpenLoop(perSecond, THREADS);
        loop.run(
                numbers(perSecond * plan.roundSeconds()), (number, planned) -> readers.signUp("early-" + door, number));
        database.awaitEmptyQueue(LAST_DECISIONS);
        database.checkpoint();
        Latencies latencies = new Latencies();
        loop.run(numbers(perSecond * plan.waitingSeconds()), (number, planned) -> {
            readers.signUp("timed-" + door, number);
            latencies.add(System.nanoTime() - planned);
        });
        return new Measured(door.title(), perSecond, latencies.summary());
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    record Measured(String door, int perSecond, Latencies.Summary latencies) {

        Figure figure() {
            return Figure.of(
                    "sign-up at the " + door + ", half of its peak: p99",
                    latencies.p99(),
                    Aim.below(AIM_MILLISECONDS, "ms"));
        }

        List<String> row() {
            return List.of(
                    door,
                    Integer.toString(perSecond),
                    Long.toString(latencies.count()),
                    Numbers.plain(latencies.p50()),
                    Numbers.plain(latencies.p90()),
                    Numbers.plain(latencies.p99()),
                    Numbers.plain(latencies.max()));
        }
    }
}
