package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.pgbench.PgbenchResult;
import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many sign-ups a second, beside pgbench with the same rows. All take turns, round by round, so that a machine that is
 * slower for a while is so for all of them.
 */
final class FullLoad {

    private static final Duration LAST_EVENTS = Duration.ofMinutes(5);

    private final Rounds rounds;
    private final Yardstick yardstick;
    private final Database database;
    private final SignUpsPlan plan;
    private final Progress progress;

    FullLoad(Rounds rounds, Yardstick yardstick, Database database, SignUpsPlan plan, Progress progress) {
        this.rounds = rounds;
        this.yardstick = yardstick;
        this.database = database;
        this.plan = plan;
        this.progress = progress;
    }

    /** The services first: pgbench writes an event that one of them wrote before. */
    void warmUp() {
        progress.step("Warming up");
        for (Door door : Door.values()) {
            rounds.begin(door);
        }
        for (int round = 0; round < SignUpsPlan.WARM_UP_ROUNDS; round++) {
            for (Door door : Door.values()) {
                rounds.run(door, plan.roundSeconds());
            }
        }
        yardstick.byStatement(plan.roundSeconds());
        yardstick.inOneTrip(plan.roundSeconds());
    }

    Measured measure() {
        List<PgbenchResult> byStatement = new ArrayList<>();
        List<PgbenchResult> inOneTrip = new ArrayList<>();
        Map<Door, List<Round>> byDoor = new EnumMap<>(Door.class);
        for (int round = 1; round <= SignUpsPlan.ROUNDS; round++) {
            progress.step("Signing up, round " + round + " of " + SignUpsPlan.ROUNDS);
            settle();
            byStatement.add(yardstick.byStatement(plan.roundSeconds()));
            settle();
            inOneTrip.add(yardstick.inOneTrip(plan.roundSeconds()));
            for (Door door : Door.values()) {
                settle();
                byDoor.computeIfAbsent(door, first -> new ArrayList<>()).add(rounds.run(door, plan.roundSeconds()));
            }
        }
        return new Measured(byStatement, inOneTrip, byDoor);
    }

    private void settle() {
        database.awaitRelayed(LAST_EVENTS);
        database.checkpoint();
    }

    /** All rounds; what is told of them are medians. */
    record Measured(
            List<PgbenchResult> pgbenchByStatement,
            List<PgbenchResult> pgbenchInOneTrip,
            Map<Door, List<Round>> rounds) {

        /** A second, of those that last. */
        double peak(Door door) {
            return Round.median(rounds.get(door), Round::sustainedPerSecond);
        }

        Section section() {
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of("pgbench, statement by statement", median(pgbenchByStatement), "sign-ups/s"));
            figures.add(Figure.of("pgbench, in one trip", median(pgbenchInOneTrip), "sign-ups/s"));
            List<List<String>> rows = new ArrayList<>();
            rows.add(row("pgbench, statement by statement", median(pgbenchByStatement)));
            rows.add(row("pgbench, in one trip", median(pgbenchInOneTrip)));
            rounds.forEach((door, ofDoor) -> {
                rows.add(row(door, ofDoor));
                figures.add(Figure.of(
                        "sign-ups at the " + door.title() + ": share of pgbench",
                        peak(door) / median(pgbenchByStatement),
                        Aim.atLeast(door.aim(), "")));
                figures.add(Figure.of(
                        "sign-ups at the " + door.title() + ": not yet decided when the load ended",
                        Round.median(ofDoor, Round::queued),
                        "sign-ups"));
            });
            return new Section(
                    "Signing up, as many as each can take",
                    new Table(
                            List.of(
                                    "sign-ups by",
                                    "answered/s",
                                    "decided/s",
                                    "of pgbench",
                                    "of it in one trip",
                                    "queued at end",
                                    "p50 ms",
                                    "p99 ms"),
                            rows),
                    figures,
                    this);
        }

        private List<String> row(String name, double perSecond) {
            return List.of(
                    name,
                    "",
                    Numbers.plain(perSecond),
                    Numbers.plain(perSecond / median(pgbenchByStatement)),
                    Numbers.plain(perSecond / median(pgbenchInOneTrip)),
                    "",
                    "",
                    "");
        }

        private List<String> row(Door door, List<Round> ofDoor) {
            return List.of(
                    door.title(),
                    Numbers.plain(Round.median(ofDoor, Round::answeredPerSecond)),
                    Numbers.plain(Round.median(ofDoor, Round::decidedPerSecond)),
                    Numbers.plain(peak(door) / median(pgbenchByStatement)),
                    Numbers.plain(peak(door) / median(pgbenchInOneTrip)),
                    Numbers.plain(Round.median(ofDoor, Round::queued)),
                    Numbers.plain(Round.median(ofDoor, round -> round.answered().p50Milliseconds())),
                    Numbers.plain(Round.median(ofDoor, round -> round.answered().p99Milliseconds())));
        }

        private static double median(List<PgbenchResult> results) {
            return Numbers.median(results.stream().map(PgbenchResult::perSecond).toList());
        }
    }
}
