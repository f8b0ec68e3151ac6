package dev.broadsheet.subscription.signup;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.flood.DomainLimit;
import dev.broadsheet.subscription.incoming.IncomingHandler;
import dev.broadsheet.subscription.incoming.IncomingKind;
import dev.broadsheet.subscription.incoming.IncomingRequest;
import dev.broadsheet.subscription.subscriber.NewSubscriber;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import dev.broadsheet.subscription.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of sign-ups. Addresses that were unknown, which a flood is made of, are dealt with all at once. */
@ApplicationScoped
class SignUpDecisions implements IncomingHandler {

    private final DomainLimit domainLimit;
    private final Suppressions suppressions;
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final SignUps signUps;
    private final RepeatedSignUps repeated;
    private final SignUpHolds held;
    private final SignUpMetrics metrics;
    private final Outbox outbox;
    private final Clock clock;

    SignUpDecisions(
            DomainLimit domainLimit,
            Suppressions suppressions,
            Subscribers subscribers,
            Subscriptions subscriptions,
            SignUps signUps,
            RepeatedSignUps repeated,
            SignUpHolds held,
            SignUpMetrics metrics,
            Outbox outbox,
            Clock clock) {
        this.domainLimit = domainLimit;
        this.suppressions = suppressions;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.signUps = signUps;
        this.repeated = repeated;
        this.held = held;
        this.metrics = metrics;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public IncomingKind kind() {
        return IncomingKind.SIGN_UP;
    }

    @Override
    public void handle(List<IncomingRequest> requests) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // By key, so that two replicas that work off the same addresses take them in the same order.
        Map<String, List<IncomingRequest>> byAddress = admitted(requests, now).stream()
                .collect(Collectors.groupingBy(
                        request -> request.address().key(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
        if (byAddress.isEmpty()) {
            return;
        }
        Map<String, Reader> newReaders = register(byAddress, now);
        // After the addresses are locked: whoever is being erased for good at this moment is on the list by now.
        Set<String> suppressed = suppressions.among(byAddress.keySet());
        suppressed.forEach(key -> {
            metrics.suppressed(byAddress.remove(key).size());
            if (newReaders.containsKey(key)) {
                subscribers.delete(newReaders.remove(key).id());
            }
        });
        outbox.append(askNewReaders(newReaders, byAddress, now));
        byAddress.values().stream().filter(rest -> !rest.isEmpty()).forEach(rest -> repeated.decide(rest, now));
    }

    @Override
    public void putAside(IncomingRequest request) {
        held.hold(List.of(request), HoldReason.FAILED, clock.instant());
    }

    /** Those that neither the door nor the address's domain makes suspicious. The others are held. */
    private List<IncomingRequest> admitted(List<IncomingRequest> requests, Instant now) {
        List<IncomingRequest> admitted = new ArrayList<>();
        for (IncomingRequest request : requests) {
            if (request.released()) {
                admitted.add(request);
            } else if (request.suspicion() != null) {
                held.hold(List.of(request), HoldReason.valueOf(request.suspicion()), now);
            } else if (!domainLimit.admits(request.address())) {
                held.hold(List.of(request), HoldReason.DOMAIN_LIMIT, now);
            } else {
                admitted.add(request);
            }
        }
        return admitted;
    }

    private Map<String, Reader> register(Map<String, List<IncomingRequest>> byAddress, Instant now) {
        List<NewSubscriber> typed = byAddress.values().stream()
                .map(ofAddress -> typedIn(ofAddress.get(0)))
                .toList();
        return subscribers.register(typed, now).stream()
                .collect(Collectors.toMap(reader -> reader.address().key(), reader -> reader));
    }

    /** All subscriptions before all sign-ups, so that each kind travels to the database in few statements. */
    private List<SubscriptionCreated> askNewReaders(
            Map<String, Reader> newReaders, Map<String, List<IncomingRequest>> byAddress, Instant now) {
        newReaders.forEach((key, reader) -> subscriptions.requestFirst(
                reader.id(), byAddress.get(key).get(0).newsletters(), now));
        List<SubscriptionCreated> events = new ArrayList<>();
        newReaders.forEach((key, reader) -> {
            IncomingRequest first = byAddress.get(key).remove(0);
            events.add(signUps.mail(reader, first.newsletters(), first, now));
        });
        metrics.mailed(events.size());
        return events;
    }

    static NewSubscriber typedIn(IncomingRequest request) {
        return new NewSubscriber(request.address(), request.locale(), request.zone());
    }
}
