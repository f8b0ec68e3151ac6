package dev.broadsheet.subscription.subscriber;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /**
     * Marks newsletters as asked for. Confirmed ones stay as they are: anybody can type an address.
     *
     * @return those that have still to be confirmed, in the order asked
     */
    public List<String> request(UUID subscriberId, List<String> newsletters, Instant now) {
        Map<String, Subscription> known = subscriptions.of(subscriberId, newsletters).stream()
                .collect(Collectors.toMap(Subscription::newsletter, Function.identity()));
        List<String> pending = newsletters.stream()
                .filter(newsletter ->
                        !known.containsKey(newsletter) || !known.get(newsletter).isConfirmed())
                .toList();
        for (String newsletter : pending) {
            Subscription subscription = known.get(newsletter);
            if (subscription == null) {
                subscriptions.persist(new Subscription(subscriberId, newsletter, now));
            } else {
                subscription.request(now);
            }
        }
        return pending;
    }

    /** Puts the reader into the audience of these newsletters. Returns those that the reader was not in before. */
    public List<String> confirm(UUID subscriberId, List<String> newsletters, Instant now) {
        List<Subscription> entered = subscriptions.of(subscriberId, newsletters).stream()
                .filter(subscription -> !subscription.isConfirmed())
                .toList();
        entered.forEach(subscription -> subscription.confirm(now));
        return entered.stream().map(Subscription::newsletter).sorted().toList();
    }

    /** Takes the reader out of these newsletters, asked for or confirmed. Returns those that the reader had confirmed. */
    public List<String> cancel(UUID subscriberId, List<String> newsletters, Instant now) {
        List<Subscription> affected = subscriptions.of(subscriberId, newsletters);
        List<String> left = affected.stream()
                .filter(Subscription::isConfirmed)
                .map(Subscription::newsletter)
                .sorted()
                .toList();
        affected.forEach(subscription -> subscription.cancel(now));
        return left;
    }
}
