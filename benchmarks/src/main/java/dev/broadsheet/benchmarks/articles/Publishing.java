package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.load.Latencies;
import dev.broadsheet.benchmarks.load.OpenLoop;
import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long it takes from an editor's request to publish until a reader of the topic has the event. */
final class Publishing {

    private static final double AIM_MILLISECONDS = 100;
    private static final int THREADS = 32;
    private static final Duration LAST_EVENTS = Duration.ofSeconds(60);

    private final Desk desk;
    private final String bootstrapServers;
    private final Progress progress;

    Publishing(Desk desk, String bootstrapServers, Progress progress) {
        this.desk = desk;
        this.bootstrapServers = bootstrapServers;
        this.progress = progress;
    }

    /**
     * @param warmUp drafts that are published before it counts
     */
    Section measure(List<String> warmUp, List<String> drafts) {
        progress.step("Publishing " + drafts.size() + " drafts");
        OpenLoop loop = new OpenLoop(Plan.PUBLISHINGS_PER_SECOND, THREADS);
        Latencies answers = new Latencies();
        Latencies events = new Latencies();
        try (PublishedArticles topic = new PublishedArticles(bootstrapServers)) {
            loop.run(warmUp, (id, planned) -> desk.publish(id));
            Map<String, Long> asked = new ConcurrentHashMap<>();
            loop.run(drafts, (id, planned) -> {
                asked.put(id, planned);
                desk.publish(id);
                answers.add(System.nanoTime() - planned);
            });
            Map<String, Long> arrivals = topic.await(drafts, LAST_EVENTS);
            asked.forEach((id, planned) -> events.add(arrivals.get(id) - planned));
        }
        Measured measured = new Measured(answers.summary(), events.summary());
        return new Section(
                "Publishing, " + Plan.PUBLISHINGS_PER_SECOND + " a second, through the gateway",
                new Table(
                        List.of("from the request until", "articles", "p50 ms", "p90 ms", "p99 ms", "max ms"),
                        List.of(
                                row("the answer", measured.answer()),
                                row("ArticlePublished is read from Kafka", measured.event()))),
                List.of(Figure.of(
                        "publish to ArticlePublished: p99", measured.event().p99(), Aim.below(AIM_MILLISECONDS, "ms"))),
                measured);
    }

    private static List<String> row(String what, Latencies.Summary summary) {
        return List.of(
                what,
                Long.toString(summary.count()),
                Numbers.plain(summary.p50()),
                Numbers.plain(summary.p90()),
                Numbers.plain(summary.p99()),
                Numbers.plain(summary.max()));
    }

    record Measured(Latencies.Summary answer, Latencies.Summary event) {}
}
