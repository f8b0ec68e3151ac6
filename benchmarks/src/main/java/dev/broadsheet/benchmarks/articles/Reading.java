package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import dev.broadsheet.benchmarks.wrk.Wrk;
import dev.broadsheet.benchmarks.wrk.WrkResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How many reads a second, beside nginx with the same bytes. The three servers take turns, round by round, so that a machine
 * that is slower for a while is so for all of them.
 */
final class Reading {

    private final Wrk wrk;
    private final int seconds;
    private final Map<Server, URI> addresses;
    private final Progress progress;

    Reading(Wrk wrk, int seconds, Map<Server, URI> addresses, Progress progress) {
        this.wrk = wrk;
        this.seconds = seconds;
        this.addresses = addresses;
        this.progress = progress;
    }

    Section measure(List<Target> targets) {
        List<Measured> all = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Target target : targets) {
            progress.step("Reading " + target.name());
            List<Measured> measured = measure(target);
            all.addAll(measured);
            measured.forEach(one -> figures.add(figure(one)));
        }
        Table table = new Table(
                List.of("reading", "by", "requests/s", "of nginx", "p50 ms", "p99 ms"),
                all.stream().map(Measured::row).toList());
        return new Section("Reading, as many requests as each can answer", table, figures, all);
    }

    private List<Measured> measure(Target target) {
        Map<Server, List<WrkResult>> rounds = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            rounds.put(server, new ArrayList<>());
            run(target, server);
        }
        for (int round = 0; round < Plan.ROUNDS; round++) {
            for (Server server : Server.values()) {
                rounds.get(server).add(run(target, server));
            }
        }
        double nginx = median(rounds.get(Server.NGINX), WrkResult::requestsPerSecond);
        List<Measured> measured = new ArrayList<>();
        rounds.forEach((server, results) -> measured.add(new Measured(
                target.name(),
                server,
                median(results, WrkResult::requestsPerSecond),
                median(results, WrkResult::requestsPerSecond) / nginx,
                median(results, WrkResult::p50Milliseconds),
                median(results, WrkResult::p99Milliseconds),
                results)));
        return measured;
    }

    private WrkResult run(Target target, Server server) {
        String path = server == Server.NGINX ? target.file() : target.path();
        WrkResult result = wrk.run(
                addresses.get(server).resolve(path),
                seconds,
                target.paths().map(Path::toString).stream().toList());
        result.requireAnswers(target.name() + " by " + server.title(), target.shortest());
        return result;
    }

    private static Figure figure(Measured measured) {
        String name = measured.target() + ", " + measured.server().title();
        return measured.server()
                .aim()
                .map(aim -> Figure.of(name + ": share of nginx", measured.ofNginx(), Aim.atLeast(aim, "")))
                .orElseGet(() -> Figure.of(name, measured.requestsPerSecond(), "requests/s"));
    }

    private static double median(List<WrkResult> results, ToDoubleFunction<WrkResult> value) {
        return Numbers.median(
                results.stream().map(result -> value.applyAsDouble(result)).toList());
    }

    /** Who answers, and which share of nginx's reads it should reach. */
    enum Server {
        NGINX("nginx", Optional.empty()),
        SERVICE("article-service", Optional.of(0.3)),
        GATEWAY("gateway", Optional.of(0.15));

        private final String title;
        private final Optional<Double> aim;

        Server(String title, Optional<Double> aim) {
            this.title = title;
            this.aim = aim;
        }

        String title() {
            return title;
        }

        Optional<Double> aim() {
            return aim;
        }
    }

    /** Medians of the rounds. */
    record Measured(
            String target,
            Server server,
            double requestsPerSecond,
            double ofNginx,
            double p50Milliseconds,
            double p99Milliseconds,
            List<WrkResult> rounds) {

        List<String> row() {
            return List.of(
                    target,
                    server.title(),
                    Numbers.plain(requestsPerSecond),
                    Numbers.plain(ofNginx),
                    Numbers.plain(p50Milliseconds),
                    Numbers.plain(p99Milliseconds));
        }
    }
}
