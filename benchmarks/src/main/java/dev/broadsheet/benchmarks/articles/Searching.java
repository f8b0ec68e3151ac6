package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.http.Json;
import dev.broadsheet.benchmarks.load.Latencies;
import dev.broadsheet.benchmarks.load.OpenLoop;
import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How long a reader waits for the answer to a search, at a rate that the machine can bear. */
final class Searching {

    private static final double AIM_MILLISECONDS = 50;
    private static final int THREADS = 16;

    private final SearchQueries queries;
    private final Plan plan;
    private final Progress progress;

    Searching(SearchQueries queries, Plan plan, Progress progress) {
        this.queries = queries;
        this.plan = plan;
        this.progress = progress;
    }

    Section measure(Api service, Api gateway) {
        Measured direct = measure("article-service", service);
        Measured through = measure("gateway", gateway);
        List<List<String>> rows = new ArrayList<>(direct.rows());
        rows.addAll(through.rows());
        return new Section(
                "Searching, " + Plan.SEARCHES_PER_SECOND + " a second, no search twice",
                new Table(List.of("searching for", "at", "searches", "p50 ms", "p90 ms", "p99 ms", "max ms"), rows),
                List.of(direct.figure(), through.figure()),
                List.of(direct, through));
    }

    private Measured measure(String name, Api api) {
        progress.step("Searching at the " + name);
        OpenLoop loop = new OpenLoop(Plan.SEARCHES_PER_SECOND, THREADS);
        loop.run(queries.take(plan.warmUpSearches()), (query, planned) -> api.get(query.path()));
        Latencies all = new Latencies();
        Map<SearchQuery.Kind, Latencies> byKind = new EnumMap<>(SearchQuery.Kind.class);
        for (SearchQuery.Kind kind : SearchQuery.Kind.values()) {
            byKind.put(kind, new Latencies());
        }
        AtomicInteger found = new AtomicInteger();
        loop.run(queries.take(plan.searches()), (query, planned) -> {
            HttpResponse<byte[]> answer = api.get(query.path());
            long took = System.nanoTime() - planned;
            all.add(took);
            byKind.get(query.kind()).add(took);
            if (!Json.read(answer).path("items").isEmpty()) {
                found.incrementAndGet();
            }
        });
        Map<SearchQuery.Kind, Latencies.Summary> summaries = new EnumMap<>(SearchQuery.Kind.class);
        byKind.forEach((kind, latencies) -> summaries.put(kind, latencies.summary()));
        return new Measured(name, all.summary(), summaries, found.get());
    }

    /**
     * @param found how many searches found an article: those that find none are cheap
     */
    record Measured(String server, Latencies.Summary all, Map<SearchQuery.Kind, Latencies.Summary> byKind, int found) {

        Figure figure() {
            return Figure.of("search at the " + server + ": p99", all.p99(), Aim.below(AIM_MILLISECONDS, "ms"));
        }

        List<List<String>> rows() {
            List<List<String>> rows = new ArrayList<>();
            rows.add(row("all of these, " + found + " with a result", all));
            byKind.forEach((kind, summary) -> rows.add(row(kind.title(), summary)));
            return rows;
        }

        private List<String> row(String what, Latencies.Summary summary) {
            return List.of(
                    what,
                    server,
                    Long.toString(summary.count()),
                    Numbers.plain(summary.p50()),
                    Numbers.plain(summary.p90()),
                    Numbers.plain(summary.p99()),
                    Numbers.plain(summary.max()));
        }
    }
}
