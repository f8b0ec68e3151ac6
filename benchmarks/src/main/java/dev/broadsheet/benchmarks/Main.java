package dev.broadsheet.benchmarks;

import dev.broadsheet.benchmarks.articles.ArticlesBenchmark;
import dev.broadsheet.benchmarks.articles.Plan;
import dev.broadsheet.benchmarks.deliveries.DeliveriesBenchmark;
import dev.broadsheet.benchmarks.deliveries.DeliveriesPlan;
import dev.broadsheet.benchmarks.faults.FaultsBenchmark;
import dev.broadsheet.benchmarks.faults.FaultsPlan;
import dev.broadsheet.benchmarks.report.Report;
import dev.broadsheet.benchmarks.signups.SignUpsBenchmark;
import dev.broadsheet.benchmarks.signups.SignUpsPlan;
import dev.broadsheet.localstack.launch.StackLogging;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The entrance. An aim that is missed is a result; the exit code tells only whether the run was sound. */
public final class Main {

    private static final int BROKEN = 1;
    private static final int CANNOT_START = 2;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Main() {}

    public static void main(String[] arguments) {
        StackLogging.configure();
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        Progress progress = new Progress(System.out);
        try {
            Options options = Options.parse(arguments);
            Path root = Path.of(System.getProperty("broadsheet.root", "")).toAbsolutePath();
            // On the disk that `up` writes to by default: a temporary folder is often in memory, and would flatter.
            Path kept = root.resolve(".broadsheet/benchmarks");
            Instant startedAt = Instant.now();
            Report report =
                    switch (options.subject()) {
                        case ARTICLES -> new ArticlesBenchmark(Plan.of(options), root, kept, progress).run();
                        case SIGN_UPS -> new SignUpsBenchmark(SignUpsPlan.of(options), root, kept, progress).run();
                        case DELIVERIES ->
                            new DeliveriesBenchmark(DeliveriesPlan.of(options), root, kept, progress).run();
                        case FAULTS -> new FaultsBenchmark(FaultsPlan.of(options), root, kept, progress).run();
                    };
            Path file = options.report()
                    .orElse(kept.resolve(options.subject().word() + "-" + STAMP.format(startedAt) + ".json"));
            report.write(file);
            progress.say(report.text());
            progress.say("All of it: " + file);
            return 0;
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return CANNOT_START;
        } catch (BenchmarkFailure e) {
            System.err.println("The benchmark broke: " + e.getMessage());
            if (e.getCause() != null) {
                e.getCause().printStackTrace();
            }
            return BROKEN;
        } catch (RuntimeException e) {
            e.printStackTrace();
            return BROKEN;
        }
    }
}
