package dev.broadsheet.subscription.signup;

import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.outbox.WorkLoop;
import dev.broadsheet.subscription.signup.SignUpRepository.WaitingSignUp;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Orders the confirmation mails that had to wait until the address may get another one. */
@ApplicationScoped
class WaitingSignUps {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 100;

    private final SignUpRepository repository;
    private final SignUps signUps;
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;
    private final WorkLoop loop = new WorkLoop("waiting-sign-ups", INTERVAL, this::mailDue);

    WaitingSignUps(
            SignUpRepository repository,
            SignUps signUps,
            Subscribers subscribers,
            Subscriptions subscriptions,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.signUps = signUps;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private boolean mailDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<WaitingSignUp> due = QuarkusTransaction.requiringNew().call(() -> repository.due(now, MOST_AT_ONCE));
        due.forEach(waiting -> QuarkusTransaction.requiringNew().run(() -> mail(waiting, now)));
        return !due.isEmpty();
    }

    /** Another replica may have been quicker: with the reader's row in hand it is looked at again. */
    private void mail(WaitingSignUp waiting, Instant now) {
        subscribers
                .lock(waiting.subscriberId())
                .ifPresent(reader -> repository
                        .findByIdOptional(waiting.id())
                        .filter(signUp -> !signUp.isMailed())
                        .ifPresent(signUp -> mail(reader, signUp, now)));
    }

    private void mail(Reader reader, SignUp signUp, Instant now) {
        List<String> wanted = subscriptions.unconfirmedOf(reader.id(), signUp.covered());
        if (wanted.isEmpty()) {
            repository.delete(signUp);
            return;
        }
        outbox.append(signUps.mail(reader, signUp, wanted, now));
    }
}
