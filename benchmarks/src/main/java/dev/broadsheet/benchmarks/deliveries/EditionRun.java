package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.load.Workers;
import dev.broadsheet.benchmarks.mailroom.Audience;
import dev.broadsheet.benchmarks.mailroom.Ledger;
import dev.broadsheet.benchmarks.mailroom.Mailroom;
import dev.broadsheet.benchmarks.mailroom.Replica;
import dev.broadsheet.benchmarks.postfix.SinkProcess;
import dev.broadsheet.benchmarks.postfix.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One edition to everybody, between two runs of smtp-source. */
final class EditionRun {

    private static final double MILLISECONDS = 1e3;
    private static final int UNDER_WAY_SHARE = 20;

    private static final String MILLISECONDS_SINCE_CLOSE =
            "SELECT (extract(epoch FROM clock_timestamp() - closed_at) * 1000)::bigint FROM edition WHERE id = ?";

    private final Mailroom mailroom;
    private final SinkProcess sink;
    private final Source source;
    private final DeliveriesPlan plan;

    EditionRun(Mailroom mailroom, SinkProcess sink, Source source, DeliveriesPlan plan) {
        this.mailroom = mailroom;
        this.sink = sink;
        this.source = source;
        this.plan = plan;
    }

    /**
     * @param mailSize of the edition's mails
     * @param headerSize of those of smtp-source
     */
    Measured measure(
            Variant variant,
            Audience audience,
            Replica sender,
            Replica subscriptionService,
            long mailSize,
            int headerSize) {
        int sourceSize = (int) mailSize - headerSize;
        Ledger ledger = mailroom.ledger();
        double before = source.send(plan.sourceMails(), sourceSize);
        ledger.postgres().run("VACUUM ANALYZE");
        ledger.postgres().checkpoint();
        SignUps signUps = new SignUps(new Api(subscriptionService.http()), ledger.postgres());
        long takenBefore = sink.taken();
        UUID edition;
        long frozen;
        MemoryWatch.Resident memory;
        try (Workers readers = new Workers(1);
                MemoryWatch watch = new MemoryWatch(sender.pid())) {
            long underWay = takenBefore + audience.readers() / UNDER_WAY_SHARE;
            readers.submit(() -> signUps.run(() -> sink.taken() > underWay));
            edition = mailroom.publish(audience.newsletter());
            ledger.awaitFrozen(edition, plan.limit());
            frozen = ledger.postgres().number(MILLISECONDS_SINCE_CLOSE, edition);
            ledger.awaitSent(edition, plan.limit());
            memory = watch.seen();
            readers.await(plan.limit());
        }
        List<Long> confirmations = signUps.milliseconds(ledger.postgres(), edition, plan.limit());
        long sent = requireAllSent(edition, audience);
        long atSink = requireArrived(takenBefore + sent, takenBefore);
        Ledger.Span span = ledger.span(edition);
        double after = source.send(plan.sourceMails(), sourceSize);
        return new Measured(
                variant,
                mailSize,
                sent,
                atSink,
                span.last().toMillis() / MILLISECONDS,
                span.first().toMillis(),
                frozen,
                confirmations,
                memory,
                before,
                after);
    }

    /** An edition that is not measured. */
    void warmUp(Audience audience) {
        UUID edition = mailroom.publish(audience.newsletter());
        mailroom.ledger().awaitSent(edition, plan.limit());
        requireAllSent(edition, audience);
    }

    private long requireAllSent(UUID edition, Audience audience) {
        Map<String, Long> states = mailroom.ledger().states(edition);
        if (!states.equals(Map.of("SENT", (long) audience.readers()))) {
            throw new BenchmarkFailure("Of " + audience.readers() + " deliveries, the ledger has " + states);
        }
        return audience.readers();
    }

    /** Its counter is read a moment after it is written. */
    private long requireArrived(long atLeast, long before) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (sink.taken() < atLeast) {
            if (System.nanoTime() - end > 0) {
                throw new BenchmarkFailure("The sink has " + (sink.taken() - before) + " mails, and the ledger says "
                        + (atLeast - before));
            }
            Thread.onSpinWait();
        }
        return sink.taken() - before;
    }
}
