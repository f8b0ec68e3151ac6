package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.Program;
import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.Subject;
import dev.broadsheet.benchmarks.load.Calm;
import dev.broadsheet.benchmarks.newsroom.Memory;
import dev.broadsheet.benchmarks.newsroom.Newsroom;
import dev.broadsheet.benchmarks.newsroom.PausedService;
import dev.broadsheet.benchmarks.newsroom.RunFolder;
import dev.broadsheet.benchmarks.pgbench.Pgbench;
import dev.broadsheet.benchmarks.report.Machine;
import dev.broadsheet.benchmarks.report.Report;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.wrk.Wrk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signing up and importing readers, beside pgbench with the same rows on the same server. */
public final class SignUpsBenchmark {

    private static final String WRK = "wrk";
    private static final String PGBENCH = "pgbench";

    /** All load comes from one address here, which would otherwise be slowed down for what it is. */
    private static final Map<String, String> WITHOUT_CLIENT_LIMIT =
            Map.of("BROADSHEET_GATEWAY_RATE_LIMITS_ENABLED", "false");

    private final SignUpsPlan plan;
    private final Path root;
    private final Path kept;
    private final Progress progress;
    private final Calm calm = new Calm();
    private final Map<String, Double> loads = new LinkedHashMap<>();

    /**
     * @param root the checkout whose packaged services are measured
     * @param kept where the run may have a folder
     */
    public SignUpsBenchmark(SignUpsPlan plan, Path root, Path kept, Progress progress) {
        this.plan = plan;
        this.root = root;
        this.kept = kept;
        this.progress = progress;
    }

    public Report run() {
        Map<String, Program> programs = Program.require(List.of(WRK, PGBENCH));
        Map<String, String> tools = Map.of(
                WRK, Wrk.version(programs.get(WRK)),
                PGBENCH, Pgbench.version(programs.get(PGBENCH)));
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        RunFolder folder = RunFolder.createIn(kept);
        progress.step("Starting the newsroom in " + folder.path());
        List<Section> sections;
        try (Newsroom newsroom = Newsroom.start(root, folder.folder("newsroom"), WITHOUT_CLIENT_LIMIT)) {
            sections = measure(newsroom, folder.folder("tools"), programs);
            newsroom.requireUndisturbed();
            progress.step("Stopping the newsroom");
        }
        // After a failure it stays, with its logs.
        folder.delete();
        return new Report(
                Subject.SIGN_UPS.word(),
                startedAt.toString(),
                Duration.between(startedAt, Instant.now()).toSeconds(),
                Machine.current(),
                tools,
                settings(),
                calm.throughout(),
                sections);
    }

    private List<Section> measure(Newsroom newsroom, Path tools, Map<String, Program> programs) {
        Map<Door, URI> addresses = Map.of(
                Door.SERVICE, newsroom.subscriptionService(),
                Door.GATEWAY, newsroom.gateway());
        Wrk wrk = new Wrk(programs.get(WRK), "signups.lua", tools, plan.threads(), plan.connections());
        List<Section> sections = new ArrayList<>();
        try (Database database = new Database(newsroom.postgresPort(), Database.SUBSCRIPTION)) {
            Rounds rounds = new Rounds(wrk, addresses, database);
            Yardstick yardstick = new Yardstick(pgbench(programs, newsroom.postgresPort()), database, tools);
            yardstick.prepare();
            try (PausedService withoutMails = PausedService.pause(newsroom.processOf("notification-service"))) {
                Map<String, String> postgres = database.requireDurable();
                awaitCalm("the warm-up");
                FullLoad fullLoad = new FullLoad(rounds, yardstick, database, plan, progress);
                fullLoad.warmUp();
                awaitCalm("full load");
                FullLoad.Measured measured = fullLoad.measure();
                sections.add(measured.section());
                awaitCalm("half the load");
                sections.add(new Waiting(addresses, database, plan, progress).measure(measured));
                awaitCalm("the imports");
                Memory memory = new Memory(newsroom.processOf("subscription-service"));
                String token = newsroom.tokens().operator();
                sections.add(new Importing(addresses, token, database, memory, plan, progress).measure());
                sections.add(0, new Conditions(loads, postgres).section());
            }
            try (Database mails = new Database(newsroom.postgresPort(), Database.NOTIFICATION)) {
                sections.add(new BesideMails(rounds, mails, plan, progress).measure());
            }
        }
        return sections;
    }

    private Pgbench pgbench(Map<String, Program> programs, int port) {
        String database = "host=127.0.0.1 port=" + port + " user=" + Database.USER + " dbname=" + Database.SUBSCRIPTION
                + " options='-c search_path=" + Yardstick.SCHEMA + "'";
        return new Pgbench(programs.get(PGBENCH), database, plan.threads(), plan.connections());
    }

    private void awaitCalm(String before) {
        progress.step("Waiting until the machine is calm");
        if (!calm.await()) {
            progress.step("It is not: something else keeps it busy, and the figures will be worse for it");
        }
        loads.put(before, calm.load());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = plan.settings();
        settings.put("services", WITHOUT_CLIENT_LIMIT);
        settings.put("serviceJavaOptions", Newsroom.serviceJavaOptions());
        return settings;
    }
}
