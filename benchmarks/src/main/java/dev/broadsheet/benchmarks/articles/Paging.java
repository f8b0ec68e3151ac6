package dev.broadsheet.benchmarks.articles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.http.Json;
import dev.broadsheet.benchmarks.load.Latencies;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whether a page far from the beginning of a list takes longer than the first one. */
final class Paging {

    private static final long PAUSE_MILLISECONDS = 5;

    private final Api service;
    private final int samples;
    private final Progress progress;
    private int asked;

    Paging(Api service, int samples, Progress progress) {
        this.service = service;
        this.samples = samples;
        this.progress = progress;
    }

    /**
     * @param commonWord a word that is in most articles
     */
    Section measure(String topic, String commonWord) {
        List<Measured> all = new ArrayList<>();
        all.add(compare("all articles", ""));
        all.add(compare("topic " + topic, "&topic=" + topic));
        all.add(compare("search for \"" + commonWord + "\"", "&q=" + commonWord));
        return new Section(
                "Paging at the article-service, " + Plan.PAGE + " articles a page, one request at a time",
                new Table(
                        List.of("list", "page", "p50 ms", "p99 ms", "far page", "p50 ms", "p99 ms", "p50 far / first"),
                        all.stream().map(Measured::row).toList()),
                all.stream().map(Measured::figure).toList(),
                all);
    }

    private Measured compare(String name, String filter) {
        progress.step("Paging through " + name);
        Place far = walk(filter);
        alternate(filter, far, samples / 10 + 1);
        List<Latencies.Summary> summaries = alternate(filter, far, samples);
        return new Measured(name, far.page(), summaries.get(0), summaries.get(1));
    }

    /** In turns, so that both meet the same machine. */
    private List<Latencies.Summary> alternate(String filter, Place far, int count) {
        Latencies first = new Latencies();
        Latencies distant = new Latencies();
        for (int i = 0; i < count; i++) {
            time(filter, "", first);
            time(filter, far.parameter(), distant);
        }
        return List.of(first.summary(), distant.summary());
    }

    private void time(String filter, String cursor, Latencies latencies) {
        pause();
        asked++;
        // A parameter that means nothing makes the address a new one, which no cache has an answer for.
        String path = path(filter, cursor) + "&n=" + asked;
        long start = System.nanoTime();
        byte[] body = service.get(path).body();
        latencies.add(System.nanoTime() - start);
        if (body.length == 0) {
            throw new BenchmarkFailure(path + " answered with nothing");
        }
    }

    /** Follows the cursors to the far page, or to the last full one. */
    private Place walk(String filter) {
        Place full = new Place(1, "");
        Place here = full;
        while (here.page() < Plan.DEEP_PAGE) {
            JsonNode page = Json.read(service.get(path(filter, here.parameter())));
            if (page.path("items").size() == Plan.PAGE) {
                full = here;
            }
            String next = page.path("next").asText("");
            if (next.isEmpty() || next.equals("null")) {
                return full;
            }
            here = new Place(here.page() + 1, "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
        JsonNode last = Json.read(service.get(path(filter, here.parameter())));
        return last.path("items").size() == Plan.PAGE ? here : full;
    }

    private static String path(String filter, String cursor) {
        return "/api/v1/articles?limit=" + Plan.PAGE + filter + cursor;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }

    private record Place(int page, String parameter) {}

    record Measured(String list, int farPage, Latencies.Summary first, Latencies.Summary far) {

        double ratio() {
            return far.p50() / first.p50();
        }

        Figure figure() {
            return Figure.of(list + ": page " + farPage + " takes", ratio(), "times page 1");
        }

        List<String> row() {
            return List.of(
                    list,
                    "1",
                    Numbers.plain(first.p50()),
                    Numbers.plain(first.p99()),
                    Integer.toString(farPage),
                    Numbers.plain(far.p50()),
                    Numbers.plain(far.p99()),
                    Numbers.plain(ratio()));
        }
    }
}
