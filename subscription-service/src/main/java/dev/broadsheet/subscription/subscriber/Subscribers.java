package dev.broadsheet.subscription.subscriber;

import dev.broadsheet.subscription.address.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /**
     * Makes a reader of each address that is unknown. Each address once, and in the order of their keys, or two of these
     * would wait for each other.
     *
     * @return those that were made, locked until the transaction ends; the others are known
     */
    public List<Reader> register(List<NewSubscriber> addresses, Instant now) {
        return subscribers.insertUnknown(addresses, now).stream()
                .map(Subscriber::toReader)
                .toList();
    }

    /** The reader with this address, locked until the transaction ends. */
    public Optional<Reader> lock(EmailAddress address) {
        return subscribers.lock(address).map(Subscriber::toReader);
    }

    /** The reader, locked until the transaction ends; empty for one who was erased. */
    public Optional<Reader> lock(UUID subscriberId) {
        return subscribers.lock(subscriberId).map(Subscriber::toReader);
    }

    /** A known address was typed again. What came with it counts only while nobody has confirmed it. */
    public Reader signUpAgain(UUID subscriberId, NewSubscriber typed, Instant now) {
        Subscriber subscriber = subscribers.findById(subscriberId);
        subscriber.signUpAgain(typed.address(), typed.locale(), typed.zone(), now);
        return subscriber.toReader();
    }

    /** The address's owner has confirmed. False if the address is silenced, and stays so. */
    public boolean activate(UUID subscriberId, Instant now) {
        return subscribers.findById(subscriberId).activate(now);
    }

    /** From now on the address gets no mail; {@code state} says why. */
    public void silence(UUID subscriberId, SubscriberState state, Instant now) {
        subscribers.findById(subscriberId).silence(state, now);
    }

    public Reader prefer(UUID subscriberId, String locale, String zone, LocalDate pausedUntil, Instant now) {
        Subscriber subscriber = subscribers.findById(subscriberId);
        subscriber.prefer(locale, zone, pausedUntil, now);
        return subscriber.toReader();
    }

    /** The reader's mail goes to another address from now on, which no other reader may have. */
    public Reader move(UUID subscriberId, EmailAddress address, Instant now) {
        Subscriber subscriber = subscribers.findById(subscriberId);
        subscriber.move(address, now);
        return subscriber.toReader();
    }

    /** When the address was first typed here. */
    public Instant knownSince(UUID subscriberId) {
        return subscribers.findById(subscriberId).createdAt();
    }

    /** Deletes the reader's row and all that hangs on it. */
    public void delete(UUID subscriberId) {
        subscribers.flush();
        subscribers.delete("id", subscriberId);
    }
}
