package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.notification.editionmail.EditionMail;
import dev.broadsheet.notification.editionmail.EditionMails;
import dev.broadsheet.notification.mime.UnwritableAddressException;
import dev.broadsheet.notification.relay.Lane;
import dev.broadsheet.notification.relay.Outcome;
import dev.broadsheet.notification.relay.Relays;
import dev.broadsheet.outbox.DatabasePatience;
import dev.broadsheet.outbox.Ids;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Works off one batch: everybody who is due gets the edition, a few mails at a time. */
@ApplicationScoped
class BatchSender {

    private static final Logger LOG = Logger.getLogger(BatchSender.class);
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    private static final Duration NEWSLETTER_WAIT = Duration.ofSeconds(1);

    /** RFC 3463: bad destination mailbox address syntax. */
    private static final Outcome UNWRITABLE = new Outcome(Outcome.Result.REFUSED, "5.1.3", "unwritable address");

    private final BatchLease lease;
    private final DatabasePatience patience;
    private final EditionMails mails;
    private final Relays relays;
    private final Clock clock;

    /** One permit for each batch under way; whoever has all knows that none is. */
    private final Semaphore underWay = new Semaphore(MOST_AT_ONCE);

    private final AtomicBoolean stopping = new AtomicBoolean();

    BatchSender(BatchLease lease, DatabasePatience patience, EditionMails mails, Relays relays, Clock clock) {
        this.lease = lease;
        this.patience = patience;
        this.mails = mails;
        this.relays = relays;
        this.clock = clock;
    }

    /**
     * A service that is stopped on purpose leaves nothing uncertain: mails under way are recorded, and what is left of
     * their batches is for another replica.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.set(true);
        if (!underWay.tryAcquire(MOST_AT_ONCE, STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("event=delivery.stop.impatient");
        }
    }

    /** Returns when nothing of the batch is due any more, or somebody else has it; soon, if this service is being stopped. */
    void send(DeliveryBatch order) {
        boolean counted = underWay.tryAcquire();
        try {
            if (stopping.get()) {
                lease.giveBack(order.batchId());
                return;
            }
            Optional<Batch> taken = patience.get(() -> lease.take(order.batchId(), Ids.next()));
            if (taken.isPresent()) {
                workOff(taken.get());
            } else {
                LOG.debugf("event=delivery.batch.skipped batch=%s", order.batchId());
            }
        } finally {
            if (counted) {
                underWay.release();
            }
        }
    }

    private void workOff(Batch batch) {
        List<Attempt> attempts = List.of();
        while (true) {
            List<Attempt> before = attempts;
            // What a relay has taken must be written down, however long the database is away.
            Optional<List<Due>> next = patience.get(() -> lease.next(batch, before, !stopping.get()));
            if (next.isEmpty()) {
                return;
            }
            if (next.get().isEmpty()) {
                patience.run(() -> lease.release(batch));
                return;
            }
            // Before anything is handed over, because it may need the database.
            Optional<Map<String, EditionMail>> languages = patience.get(() -> languages(batch, next.get()));
            if (languages.isEmpty()) {
                // The newsletters' topic is read beside this one: the newsletter's name will be here in a moment.
                patience.run(() -> lease.putOff(batch, clock.instant().plus(NEWSLETTER_WAIT)));
                return;
            }
            attempts = handOver(new Lane(batch.edition()), next.get(), languages.get());
            Optional<Duration> wait = Attempt.waitOfAll(attempts);
            if (wait.isPresent() && !lease.isGivenUp(batch)) {
                // No relay is up, or a limit is reached. A row for each mail that nobody has tried would be much ado.
                patience.run(() -> lease.putOff(batch, clock.instant().plus(wait.get())));
                return;
            }
        }
    }

    /** The edition as each of these readers' languages has it. Empty if it cannot be written yet. */
    private Optional<Map<String, EditionMail>> languages(Batch batch, List<Due> due) {
        Map<String, EditionMail> languages = new HashMap<>();
        for (Due delivery : due) {
            if (!languages.containsKey(delivery.locale())) {
                Optional<EditionMail> mail = mails.of(batch.edition(), delivery.locale());
                if (mail.isEmpty()) {
                    return Optional.empty();
                }
                languages.put(delivery.locale(), mail.get());
            }
        }
        return Optional.of(languages);
    }

    /** All mails are under way before the first is waited for. */
    private List<Attempt> handOver(Lane lane, List<Due> due, Map<String, EditionMail> languages) {
        List<CompletableFuture<Outcome>> outcomes = due.stream()
                .map(delivery -> handOver(lane, delivery, languages.get(delivery.locale())))
                .toList();
        List<Attempt> attempts = new ArrayList<>(due.size());
        for (int i = 0; i < due.size(); i++) {
            attempts.add(new Attempt(due.get(i), outcomes.get(i).join()));
        }
        return attempts;
    }

    private CompletableFuture<Outcome> handOver(Lane lane, Due delivery, EditionMail mail) {
        try {
            return relays.handOver(mail.write(delivery.recipient()), lane);
        } catch (UnwritableAddressException e) {
            return CompletableFuture.completedFuture(UNWRITABLE);
        }
    }
}
