package dev.broadsheet.benchmarks.faults;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.faults.Fault.Strike;
import dev.broadsheet.benchmarks.mailroom.Audience;
import dev.broadsheet.benchmarks.mailroom.Ledger;
import dev.broadsheet.localstack.sink.Arrivals;
import dev.broadsheet.localstack.sink.Behaviour;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An edition to everybody, with a fault in the middle of it. */
public final class FaultRun {

    private static final double NANOSECONDS = 1e9;
    private static final long PAUSE_MILLISECONDS = 5;

    private final Stage stage;
    private final Audience audience;
    private final Duration limit;

    /**
     * @param limit how long an edition may take
     */
    public FaultRun(Stage stage, Audience audience, Duration limit) {
        this.stage = stage;
        this.audience = audience;
        this.limit = limit;
    }

    public FaultResult run(Fault fault) {
        stage.haveSenders(fault.senders());
        stage.relay().forget();
        stage.relay().behave(fault.relay());
        long startedAt = System.nanoTime();
        UUID edition = stage.mailroom().publish(audience.newsletter());
        long excused = strike(fault.strikes());
        stage.mailroom().ledger().awaitSent(edition, limit);
        double seconds = (System.nanoTime() - startedAt) / NANOSECONDS;
        stage.relay().behave(Behaviour.TAKE_ALL);
        return result(fault, edition, excused, seconds);
    }

    /** Spread over the edition. */
    private long strike(List<Strike> strikes) {
        long excused = 0;
        for (int i = 0; i < strikes.size(); i++) {
            awaitTaken((long) audience.readers() * (i + 1) / (strikes.size() + 2));
            excused += strikes.get(i).hit(stage);
        }
        return excused;
    }

    /** A fault that comes too late would show nothing. */
    private void awaitTaken(long mails) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (stage.relay().taken() < mails) {
                if (System.nanoTime() - end > 0) {
                    throw new BenchmarkFailure("The relay has " + stage.relay().taken() + " mails, and no more come");
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
        if (stage.relay().taken() >= audience.readers()) {
            throw new BenchmarkFailure("The edition was over before the fault");
        }
    }

    private FaultResult result(Fault fault, UUID edition, long excused, double seconds) {
        Ledger ledger = stage.mailroom().ledger();
        Arrivals arrivals = stage.relay().arrivals();
        Set<String> readers = audience.addresses();
        Set<String> recipients = arrivals.recipients();
        Set<String> notArrived = new HashSet<>(readers);
        notArrived.removeAll(recipients);
        Set<String> strangers = new HashSet<>(recipients);
        strangers.removeAll(readers);
        return new FaultResult(
                fault.title(),
                audience.readers(),
                ledger.states(edition),
                ledger.missed(audience.newsletter(), edition),
                notArrived.size(),
                strangers.size(),
                arrivals.times().size() - recipients.size(),
                arrivals.repeated(),
                arrivals.unanswered().size(),
                excused,
                unexcused(arrivals),
                seconds);
    }

    /** Whose relay gave no reply is asked again: once for each missing reply. */
    private static long unexcused(Arrivals arrivals) {
        return arrivals.times().entrySet().stream()
                .mapToLong(mail -> mail.getValue() - 1L - (arrivals.unanswered().contains(mail.getKey()) ? 1 : 0))
                .filter(times -> times > 0)
                .sum();
    }
}
