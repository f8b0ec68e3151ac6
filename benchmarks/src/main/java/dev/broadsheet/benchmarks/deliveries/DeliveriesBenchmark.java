package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.Subject;
import dev.broadsheet.benchmarks.load.Calm;
import dev.broadsheet.benchmarks.mailroom.Audience;
import dev.broadsheet.benchmarks.mailroom.Mailroom;
import dev.broadsheet.benchmarks.mailroom.Replica;
import dev.broadsheet.benchmarks.newsroom.Newsroom;
import dev.broadsheet.benchmarks.newsroom.RunFolder;
import dev.broadsheet.benchmarks.postfix.Postfix;
import dev.broadsheet.benchmarks.postfix.SinkProcess;
import dev.broadsheet.benchmarks.postfix.Source;
import dev.broadsheet.benchmarks.report.Machine;
import dev.broadsheet.benchmarks.report.Report;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import dev.broadsheet.localstack.sink.SmtpSink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Deliveries of one edition to everybody, beside smtp-source at the same sink. */
public final class DeliveriesBenchmark {

    private static final Audience ONE = new Audience("one", 1);
    private static final String FEW = "few";
    private static final String EVERYONE = "everyone";

    private final DeliveriesPlan plan;
    private final Path root;
    private final Path kept;
    private final Progress progress;
    private final Calm calm = new Calm();

    /**
     * @param root the checkout whose packaged services are measured
     * @param kept where the run may have a folder
     */
    public DeliveriesBenchmark(DeliveriesPlan plan, Path root, Path kept, Progress progress) {
        this.plan = plan;
        this.root = root;
        this.kept = kept;
        this.progress = progress;
    }

    public Report run() {
        Postfix postfix = Postfix.find(plan.postfix());
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        RunFolder folder = RunFolder.createIn(kept);
        progress.step("Starting the mailroom in " + folder.path());
        Map<String, Object> settings = new LinkedHashMap<>(plan.settings());
        settings.put("serviceJavaOptions", javaOptions());
        List<Measured> all = new ArrayList<>();
        try (Mailroom mailroom =
                Mailroom.open(root, folder.folder("mailroom"), Map.of(Newsroom.JAVA_OPTIONS_VARIABLE, javaOptions()))) {
            settings.put("postgres", mailroom.ledger().postgres().requireDurable());
            Replica subscriptionService = mailroom.addSubscriptionService();
            subscriptionService.awaitReady();
            for (Variant variant : Variant.values()) {
                Map<String, String> forSenders = SenderSettings.of(variant, plan, folder.folder("dkim"));
                all.add(measure(variant, forSenders, mailroom, subscriptionService, postfix, all));
            }
        }
        // After a failure it stays, with its logs.
        folder.delete();
        return new Report(
                Subject.DELIVERIES.word(),
                startedAt.toString(),
                Duration.between(startedAt, Instant.now()).toSeconds(),
                Machine.current(),
                Map.of(),
                settings,
                calm.throughout(),
                List.of(section(all)));
    }

    private Measured measure(
            Variant variant,
            Map<String, String> forSenders,
            Mailroom mailroom,
            Replica subscriptionService,
            Postfix postfix,
            List<Measured> before) {
        progress.step("An edition by " + variant.title());
        List<Replica> senders = IntStream.range(0, variant.senders())
                .mapToObj(number -> mailroom.addSender(forSenders))
                .toList();
        senders.forEach(Replica::awaitReady);
        if (before.isEmpty()) {
            progress.step("Adding " + plan.readers() + " readers");
            List.of(ONE, few(), everyone()).forEach(mailroom::add);
        }
        Source source = new Source(postfix, mailroom.relayPort(), plan.connections() * variant.senders());
        long mailSize;
        int headerSize;
        try (SmtpSink relay = SmtpSink.listenOn(mailroom.relayPort())) {
            mailroom.ledger().awaitSent(mailroom.publish(ONE.newsletter()), plan.limit());
            mailSize = relay.octets();
            headerSize = source.headerSize(relay);
        }
        requireSigned(variant, mailSize, before);
        try (SinkProcess sink = SinkProcess.listenOn(mailroom.relayPort(), postfix)) {
            EditionRun run = new EditionRun(mailroom, sink, source, plan);
            progress.step("Warming up");
            run.warmUp(few());
            awaitCalm();
            progress.step("Sending to " + plan.readers() + " readers");
            return run.measure(variant, everyone(), senders.get(0), subscriptionService, mailSize, headerSize);
        } finally {
            senders.forEach(Replica::stop);
            senders.forEach(mailroom::remove);
        }
    }

    /** A key that nobody found would flatter the figures. */
    private static void requireSigned(Variant variant, long mailSize, List<Measured> before) {
        if (variant.isSigning() && before.stream().anyMatch(unsigned -> unsigned.mailSize() >= mailSize)) {
            throw new BenchmarkFailure("The mail of " + mailSize + " octets is not signed");
        }
    }

    private void awaitCalm() {
        progress.step("Waiting until the machine is calm");
        if (!calm.await()) {
            progress.step("It is not: something else keeps it busy, and the figures will be worse for it");
        }
    }

    private Audience few() {
        return new Audience(FEW, plan.warmUpReaders());
    }

    private Audience everyone() {
        return new Audience(EVERYONE, plan.readers());
    }

    /** The heap that the aims speak of, unless the person wants another. */
    private static String javaOptions() {
        return Newsroom.javaOptionsOr("-Xmx256m -XX:+UseSerialGC");
    }

    private static Section section(List<Measured> all) {
        return new Section(
                "An edition to everybody",
                new Table(Measured.HEADER, all.stream().map(Measured::row).toList()),
                all.stream().flatMap(measured -> measured.figures().stream()).toList(),
                all);
    }
}
