package dev.broadsheet.subscription.subscriber;

import dev.broadsheet.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The readers' rows. Whoever changes anything of a reader's takes the row from here first: its lock is what keeps two
 * changes of one reader, and their events, in order.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Subscribers {

    private final SubscriberRepository subscribers;

    Subscribers(SubscriberRepository subscribers) {
        this.subscribers = subscribers;
    }

    /** The reader with this address, made if there is none, locked until the transaction ends. */
    public Reader register(EmailAddress address, String locale, String zone, Instant now) {
        boolean isNew = subscribers.insertUnlessKnown(Ids.next(), address, locale, zone, now);
        Subscriber subscriber = subscribers.lockByKey(address);
        if (!isNew) {
            subscriber.signUpAgain(address, locale, zone, now);
        }
        return subscriber.toReader();
    }

    /** The reader, locked until the transaction ends; empty for one who was erased. */
    public Optional<Reader> lock(UUID subscriberId) {
        return subscribers.lock(subscriberId).map(Subscriber::toReader);
    }

    /** The address's owner has confirmed. */
    public void activate(UUID subscriberId, Instant now) {
        subscribers.findById(subscriberId).activate(now);
    }
}
