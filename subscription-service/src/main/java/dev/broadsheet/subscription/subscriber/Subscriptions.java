package dev.broadsheet.subscription.subscriber;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What readers have to do with newsletters. The caller holds the reader's row (see {@link Subscribers}). */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Subscriptions {

    private final SubscriptionRepository subscriptions;

    Subscriptions(SubscriptionRepository subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Those of the newsletters that the reader has not confirmed, or has left, in their order. */
    public List<String> unconfirmedOf(UUID subscriberId, List<String> newsletters) {
        Set<String> confirmed = confirmedBy(subscriberId);
        return newsletters.stream()
                .filter(newsletter -> !confirmed.contains(newsletter))
                .toList();
    }

    /** Marks newsletters as asked for that the reader has not confirmed. */
    public void request(UUID subscriberId, List<String> newsletters, Instant now) {
        Map<String, Subscription> known = byNewsletter(subscriberId, newsletters);
        for (String newsletter : newsletters) {
            Subscription subscription = known.get(newsletter);
            if (subscription == null) {
                subscriptions.persist(new Subscription(subscriberId, newsletter, now));
            } else {
                subscription.request(now);
            }
        }
    }

    /** The same for a reader who was made in this transaction, and has none. */
    public void requestFirst(UUID subscriberId, List<String> newsletters, Instant now) {
        newsletters.forEach(newsletter -> subscriptions.persist(new Subscription(subscriberId, newsletter, now)));
    }

    /**
     * Puts the reader into the audience of these newsletters, asked for before or not. Returns those that the reader was
     * not in before.
     */
    public List<String> confirm(UUID subscriberId, List<String> newsletters, Instant now) {
        Map<String, Subscription> known = byNewsletter(subscriberId, newsletters);
        List<String> entered = newsletters.stream()
                .filter(newsletter ->
                        !known.containsKey(newsletter) || !known.get(newsletter).isConfirmed())
                .distinct()
                .sorted()
                .toList();
        for (String newsletter : entered) {
            Subscription subscription = known.get(newsletter);
            if (subscription == null) {
                subscription = new Subscription(subscriberId, newsletter, now);
                subscriptions.persist(subscription);
            }
            subscription.confirm(now);
        }
        return entered;
    }

    /** Takes the reader out of these newsletters, asked for or confirmed. Returns those that the reader had confirmed. */
    public List<String> cancel(UUID subscriberId, Collection<String> newsletters, Instant now) {
        return cancel(subscriptions.of(subscriberId, newsletters), now);
    }

    /** Takes the reader out of everything. Returns what the reader had confirmed. */
    public List<String> cancelAll(UUID subscriberId, Instant now) {
        return cancel(subscriptions.of(subscriberId), now);
    }

    /** The newsletters that the reader gets. */
    public Set<String> confirmedBy(UUID subscriberId) {
        return subscriptions.of(subscriberId).stream()
                .filter(Subscription::isConfirmed)
                .map(Subscription::newsletter)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that is known, by newsletter. */
    public List<SubscriptionRecord> recordsOf(UUID subscriberId) {
        return subscriptions.of(subscriberId).stream()
                .map(Subscription::toRecord)
                .toList();
    }

    private static List<String> cancel(List<Subscription> affected, Instant now) {
        List<String> left = affected.stream()
                .filter(Subscription::isConfirmed)
                .map(Subscription::newsletter)
                .sorted()
                .toList();
        affected.forEach(subscription -> subscription.cancel(now));
        return left;
    }

    private Map<String, Subscription> byNewsletter(UUID subscriberId, Collection<String> newsletters) {
        return subscriptions.of(subscriberId, newsletters).stream()
                .collect(Collectors.toMap(Subscription::newsletter, Function.identity()));
    }
}
