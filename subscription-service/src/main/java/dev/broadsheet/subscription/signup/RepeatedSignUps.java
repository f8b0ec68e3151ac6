package dev.broadsheet.subscription.signup;

import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.incoming.IncomingRequest;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sign-ups of an address that is known. Anybody can type it, so nothing of an active reader's changes. */
@ApplicationScoped
class RepeatedSignUps {

    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final SignUpRepository repository;
    private final SignUps signUps;
    private final SignUpHolds held;
    private final SignUpConfig config;
    private final SignUpMetrics metrics;
    private final Outbox outbox;

    RepeatedSignUps(
            Subscribers subscribers,
            Subscriptions subscriptions,
            SignUpRepository repository,
            SignUps signUps,
            SignUpHolds held,
            SignUpConfig config,
            SignUpMetrics metrics,
            Outbox outbox) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.repository = repository;
        this.signUps = signUps;
        this.held = held;
        this.config = config;
        this.metrics = metrics;
        this.outbox = outbox;
    }

    /** Decides on requests of one address that gets mail, in order of arrival. */
    void decide(List<IncomingRequest> requests, Instant now) {
        Reader reader = subscribers
                .lock(requests.get(0).address())
                // Erased since the address was found to be known. The requests are taken again, as new ones.
                .orElseThrow(() -> new ReaderGoneException());
        // Read once: with the reader's row in hand nobody else changes it, and a flood is hundreds of requests.
        Set<String> confirmed = subscriptions.confirmedBy(reader.id());
        List<SignUp> history = new ArrayList<>(repository.waitingOrMailedSince(reader.id(), now.minus(MailTurn.DAY)));
        Set<String> asked = new LinkedHashSet<>();
        List<IncomingRequest> beyondLimit = new ArrayList<>();
        for (IncomingRequest request : requests) {
            List<String> wanted = request.newsletters().stream()
                    .filter(newsletter -> !confirmed.contains(newsletter))
                    .toList();
            if (wanted.isEmpty()) {
                continue;
            }
            MailTurn turn = request.released()
                    ? new MailTurn(MailTurn.Kind.NOW, null)
                    : MailTurn.of(wanted, history, config, now);
            if (turn.kind() == MailTurn.Kind.HELD) {
                beyondLimit.add(request);
                continue;
            }
            reader = subscribers.signUpAgain(reader.id(), SignUpDecisions.typedIn(request), now);
            asked.addAll(wanted);
            take(turn, reader, wanted, request, history, now);
        }
        if (!asked.isEmpty()) {
            subscriptions.request(reader.id(), List.copyOf(asked), now);
        }
        held.hold(beyondLimit, HoldReason.ADDRESS_LIMIT, now);
    }

    private void take(
            MailTurn turn,
            Reader reader,
            List<String> wanted,
            IncomingRequest request,
            List<SignUp> history,
            Instant now) {
        switch (turn.kind()) {
            case NOW -> {
                SignUp signUp = signUps.wait(reader, wanted, request, now);
                outbox.append(signUps.mail(reader, signUp, wanted, now));
                history.add(signUp);
                metrics.mailed(1);
            }
            case LATER -> {
                Optional<SignUp> waiting =
                        history.stream().filter(signUp -> !signUp.isMailed()).findFirst();
                waiting.ifPresentOrElse(
                        signUp -> signUp.add(wanted),
                        () -> history.add(signUps.wait(reader, wanted, request, turn.at())));
                metrics.covered();
            }
            case NONE, HELD -> metrics.covered();
        }
    }
}
