package dev.broadsheet.benchmarks.faults;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.Subject;
import dev.broadsheet.benchmarks.mailroom.Audience;
import dev.broadsheet.benchmarks.newsroom.Newsroom;
import dev.broadsheet.benchmarks.newsroom.RunFolder;
import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Machine;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Report;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Editions in which something goes wrong, and who got them nevertheless. */
public final class FaultsBenchmark {

    private static final String EVERYONE = "everyone";
    private static final String LEAVING = "leaving";

    private final FaultsPlan plan;
    private final Path root;
    private final Path kept;
    private final Progress progress;

    /**
     * @param root the checkout whose packaged services are measured
     * @param kept where the run may have a folder
     */
    public FaultsBenchmark(FaultsPlan plan, Path root, Path kept, Progress progress) {
        this.plan = plan;
        this.root = root;
        this.kept = kept;
        this.progress = progress;
    }

    public Report run() {
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        RunFolder folder = RunFolder.createIn(kept);
        progress.step("Starting the mailroom in " + folder.path());
        List<Section> sections;
        Map<String, String> postgres;
        try (Stage stage = Stage.open(
                root,
                folder.folder("mailroom"),
                Map.of(Newsroom.JAVA_OPTIONS_VARIABLE, Newsroom.serviceJavaOptions()))) {
            postgres = stage.mailroom().ledger().postgres().requireDurable();
            sections = List.of(faults(stage), leaving(stage));
        }
        // After a failure it stays, with its logs.
        folder.delete();
        Map<String, Object> settings = new LinkedHashMap<>(plan.settings());
        settings.put("serviceJavaOptions", Newsroom.serviceJavaOptions());
        settings.put("postgres", postgres);
        return new Report(
                Subject.FAULTS.word(),
                startedAt.toString(),
                Duration.between(startedAt, Instant.now()).toSeconds(),
                Machine.current(),
                Map.of(),
                settings,
                true,
                sections);
    }

    private Section faults(Stage stage) {
        Audience everyone = new Audience(EVERYONE, plan.readers());
        stage.mailroom().add(everyone);
        FaultRun run = new FaultRun(stage, everyone, plan.limit());
        List<FaultResult> results = new ArrayList<>();
        for (Fault fault : List.of(
                Fault.killOneOfTwo(),
                Fault.killTheOnlyOne(),
                Fault.joinAndLeave(),
                Fault.kafkaRestarts(),
                Fault.postgresRestarts(),
                Fault.relayIsDown(plan.outage()),
                Fault.relayPutsOff(),
                Fault.relayDropsConnections())) {
            progress.step("An edition in which " + fault.title());
            FaultResult result = run.run(fault);
            result.broken().forEach(sentence -> progress.step("NOT AS PROMISED: " + sentence));
            results.add(result);
        }
        return new Section(
                "Editions in which something goes wrong",
                new Table(
                        List.of("what", "sent", "missed", "twice", "without reply", "under way at a kill", "s"),
                        results.stream().map(FaultsBenchmark::row).toList()),
                results.stream()
                        .map(result -> Figure.of(
                                result.title() + ": promises broken",
                                result.broken().size(),
                                Aim.below(1, "")))
                        .toList(),
                results);
    }

    private static List<String> row(FaultResult result) {
        return List.of(
                result.title(),
                Long.toString(result.deliveries().getOrDefault("SENT", 0L)),
                Long.toString(result.missed() + result.notArrived()),
                Long.toString(result.repeated()),
                Long.toString(result.unanswered()),
                Long.toString(result.excused()),
                Numbers.plain(result.seconds()));
    }

    private Section leaving(Stage stage) {
        progress.step("An edition that readers leave");
        Audience audience = new Audience(LEAVING, plan.readersOfWhomSomeLeave());
        stage.mailroom().add(audience);
        Leaving.Result result = new Leaving(stage, audience, plan.limit()).run();
        return new Section(
                "Readers who unsubscribe while the edition is under way",
                new Table(
                        List.of("left before", "readers", "suppressed", "mailed all the same"),
                        List.of(
                                List.of("their batch was taken", Integer.toString(result.beforeTaking()), "", ""),
                                List.of(
                                        "their mail was handed over",
                                        Integer.toString(result.beforeHandOver()),
                                        "",
                                        ""),
                                List.of(
                                        "either, and before it was at the relay",
                                        Integer.toString(result.left()),
                                        Long.toString(result.suppressed()),
                                        Integer.toString(result.mailed())))),
                List.of(
                        Figure.of("readers who had left and were mailed", result.mailed(), Aim.below(1, "")),
                        Figure.of("readers who had stayed and were not", result.missed(), Aim.below(1, ""))),
                result);
    }
}
