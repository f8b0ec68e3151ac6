package dev.broadsheet.subscription.incoming;

import dev.broadsheet.outbox.TransientFailure;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What strangers ask for with nothing but an address. A request is answered when it is on disk, and decided a moment
 * later: so the answer tells nothing of the address, not even by its time, and a flood is worked off in large steps.
 */
@ApplicationScoped
public class IncomingRequests {

    private static final Logger LOG = Logger.getLogger(IncomingRequests.class);

    /** Some 100 ms of work: the longest that a reader's own click can wait behind it. */
    private static final int MOST_AT_ONCE = 500;

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final IncomingQueue queue;
    private final TransactionSynchronizationRegistry transactions;
    private final Map<IncomingKind, IncomingHandler> handlers;
    private final WorkLoop loop = new WorkLoop("incoming-requests", INTERVAL, this::workOff);

    IncomingRequests(
            IncomingQueue queue, TransactionSynchronizationRegistry transactions, @All List<IncomingHandler> handlers) {
        this.queue = queue;
        this.transactions = transactions;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(IncomingHandler::kind, Function.identity()));
    }

    /** Stores a request. When this returns it will be decided, whatever dies next; when it throws, nothing of it is left. */
    public void accept(IncomingRequest request) {
        queue.store(request);
        wakeAfterCommit();
    }

    /** In a transaction the row is there for others only afterwards. */
    private void wakeAfterCommit() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new WakeAfterCommit(loop));
        } else {
            loop.wake();
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private boolean workOff() {
        try {
            return !takeAndHandle(MOST_AT_ONCE, new ArrayList<>()).isEmpty();
        } catch (RuntimeException e) {
            throwIfTransient(e);
            LOG.warnf("event=incoming.step.failed cause=%s", e.getClass().getSimpleName());
            return handleOneByOne();
        }
    }

    private List<IncomingRequest> takeAndHandle(int most, List<IncomingRequest> taken) {
        return QuarkusTransaction.requiringNew().call(() -> {
            taken.addAll(queue.take(most));
            taken.stream()
                    .collect(Collectors.groupingBy(IncomingRequest::kind))
                    .forEach((kind, ofKind) -> handlers.get(kind).handle(ofKind));
            return taken;
        });
    }

    /** One of many fails by itself. Alone, the others pass. */
    private boolean handleOneByOne() {
        int handled = 0;
        while (handled < MOST_AT_ONCE && handleOne()) {
            handled++;
        }
        return handled > 0;
    }

    private boolean handleOne() {
        List<IncomingRequest> taken = new ArrayList<>();
        try {
            return !takeAndHandle(1, taken).isEmpty();
        } catch (RuntimeException e) {
            throwIfTransient(e);
            taken.forEach(request -> putAside(request, e));
            return !taken.isEmpty();
        }
    }

    private void putAside(IncomingRequest request, RuntimeException cause) {
        LOG.errorf(cause, "event=incoming.request.failed id=%s", request.id());
        QuarkusTransaction.requiringNew().run(() -> {
            if (queue.remove(request.id())) {
                handlers.get(request.kind()).putAside(request);
            }
        });
    }

    private static void throwIfTransient(RuntimeException failure) {
        if (TransientFailure.isCauseOf(failure)) {
            throw failure;
        }
    }

    private record WakeAfterCommit(WorkLoop loop) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing to do before the commit.
        }

        @Override
        public void afterCompletion(int status) {
            loop.wake();
        }
    }
}
