package dev.broadsheet.localstack.sink;

import dev.broadsheet.localstack.sink.Arrivals.Mail;
import dev.broadsheet.localstack.sink.Behaviour.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What all connections of a sink share: its orders, and what it has counted. Thread-safe. */
final class SinkDesk {

    private static final CompletableFuture<Void> OPEN = CompletableFuture.completedFuture(null);

    private final ConcurrentMap<Mail, Integer> times = new ConcurrentHashMap<>();
    private final Set<Mail> unanswered = ConcurrentHashMap.newKeySet();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> attempts = new ConcurrentHashMap<>();
    private final LongAdder taken = new LongAdder();
    private final LongAdder octets = new LongAdder();

    private volatile Behaviour behaviour = Behaviour.TAKE_ALL;
    private volatile Duration delay = Duration.ZERO;
    private volatile CompletableFuture<Void> gate = OPEN;

    void behave(Behaviour next) {
        behaviour = next;
    }

    void delay(Duration next) {
        delay = next;
    }

    Duration delay() {
        return delay;
    }

    synchronized void hold() {
        if (gate.isDone()) {
            gate = new CompletableFuture<>();
        }
    }

    synchronized void release() {
        gate.complete(null);
    }

    /** Done when mails may be answered. */
    CompletableFuture<Void> gate() {
        return gate;
    }

    Answer decide(String recipient) {
        begun.add(recipient);
        Behaviour current = behaviour;
        return current == Behaviour.TAKE_ALL
                ? Answer.TAKE
                : current.to(recipient, attempts.merge(recipient, 1, Integer::sum));
    }

    void take(Mail mail, long size, boolean answered) {
        times.merge(mail, 1, Integer::sum);
        if (!answered) {
            unanswered.add(mail);
        }
        octets.add(size);
        taken.increment();
    }

    Set<String> begun() {
        return Set.copyOf(begun);
    }

    long taken() {
        return taken.sum();
    }

    long octets() {
        return octets.sum();
    }

    Arrivals arrivals() {
        return new Arrivals(times, unanswered);
    }

    void forget() {
        times.clear();
        unanswered.clear();
        begun.clear();
        attempts.clear();
        taken.reset();
        octets.reset();
    }
}
