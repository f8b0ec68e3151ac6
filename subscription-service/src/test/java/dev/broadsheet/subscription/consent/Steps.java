package dev.broadsheet.subscription.consent;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailBounced.Kind;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.testing.Database;
import dev.broadsheet.subscription.testing.NotificationService;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import dev.broadsheet.subscription.token.PreferencesToken;
import dev.broadsheet.subscription.token.Tokens;
import dev.broadsheet.subscription.token.UnsubscribeToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Does random things to one address, in the service and in the model alike. */
final class Steps {

    private static final List<String> NEWSLETTERS = List.of("markets", "denver", "world");
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(16),
            Duration.ofHours(25),
            Duration.ofDays(4),
            Duration.ofDays(8));

    private final Random random;
    private final TestReader reader;
    private final Database database;
    private final NotificationService notifications;
    private final Tokens tokens;
    private final ConsentModel model = new ConsentModel();
    private final List<UUID> readers = new ArrayList<>();
    private final List<SubscriptionCreated> mails = new ArrayList<>();
    private final List<Runnable> sentEvents = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    Steps(long seed, TestReader reader, Database database, NotificationService notifications, Tokens tokens) {
        this.random = new Random(seed);
        this.reader = reader;
        this.database = database;
        this.notifications = notifications;
        this.tokens = tokens;
    }

    ConsentModel model() {
        return model;
    }

    List<UUID> readers() {
        return readers;
    }

    List<String> story() {
        return story;
    }

    int mailsOrdered() {
        return mails.size();
    }

    void take() {
        int dice = random.nextInt(100);
        if (dice < 30 || readers.isEmpty()) {
            signUp();
        } else if (dice < 55) {
            confirm();
        } else if (dice < 70) {
            unsubscribe();
        } else if (dice < 80) {
            waitSome();
        } else if (dice < 86) {
            bounce(Kind.SOFT);
        } else if (dice < 88) {
            bounce(Kind.HARD);
        } else if (dice < 90) {
            complain();
        } else if (dice < 95) {
            repeatAnEvent();
        } else {
            erase();
        }
        seeMails();
    }

    private void signUp() {
        Set<String> wanted = new HashSet<>(List.of(any(NEWSLETTERS), any(NEWSLETTERS)));
        story.add("sign up for " + wanted);
        reader.signUp(wanted.toArray(String[]::new)).then().statusCode(202);
    }

    /** With any link that was ever mailed, old ones too. */
    private void confirm() {
        if (mails.isEmpty()) {
            return;
        }
        SubscriptionCreated mail = any(mails);
        story.add("confirm " + mail.newsletters());
        Instant now = TestClock.now();
        reader.confirm(mail.confirmation().token());
        model.confirmed(mail.subscriptionId(), now);
    }

    private void unsubscribe() {
        UUID id = any(readers);
        String newsletter = any(NEWSLETTERS);
        story.add("leave " + newsletter);
        reader.unsubscribe(tokens.issue(new UnsubscribeToken(id, newsletter)))
                .then()
                .statusCode(200);
        model.left(id, newsletter);
    }

    private void waitSome() {
        Duration wait = any(WAITS);
        story.add("wait " + wait);
        database.awaitEverythingDecided();
        TestClock.forward(wait);
        database.awaitNoMailDue(TestClock.now());
    }

    private void bounce(Kind kind) {
        UUID id = any(readers);
        Instant at = TestClock.now();
        story.add(kind + " bounce");
        publish(new MailBounced(id, kind, null, null, at));
        if (kind == Kind.HARD) {
            model.bouncedForGood(id);
        } else {
            model.bouncedForNow(id, at);
        }
    }

    private void complain() {
        UUID id = any(readers);
        story.add("complain");
        publish(new MailComplained(id, null, TestClock.now()));
        model.complained(id);
    }

    private void publish(Event event) {
        UUID eventId = Ids.next();
        sentEvents.add(() -> notifications.publish(eventId, event));
        notifications.publish(eventId, event);
    }

    /** Kafka delivers at least once, and what is repeated may be long past. */
    private void repeatAnEvent() {
        if (!sentEvents.isEmpty()) {
            story.add("an event again");
            any(sentEvents).run();
        }
    }

    private void erase() {
        UUID id = any(readers);
        boolean never = random.nextInt(4) == 0;
        story.add(never ? "erase for ever" : "erase");
        String token = tokens.issue(new PreferencesToken(id, TestClock.now().plusSeconds(600)));
        int status = TestReader.asMyself(token)
                .delete("/api/v1/preferences?never={never}", never)
                .statusCode();
        if (status == 204) {
            model.erased(id, never);
        }
    }

    /** What the service has mailed by now. */
    private void seeMails() {
        database.awaitEverythingDecided();
        database
                .texts(
                        "SELECT data FROM outbox_event WHERE event_type = ? AND data LIKE ? ORDER BY sequence",
                        EventType.SUBSCRIPTION_CREATED.name(),
                        "%" + reader.email() + "%")
                .stream()
                .map(data -> EventJson.decode(SubscriptionCreated.class, data.getBytes(StandardCharsets.UTF_8)))
                .filter(created ->
                        mails.stream().noneMatch(known -> known.subscriptionId().equals(created.subscriptionId())))
                .forEach(this::see);
    }

    private void see(SubscriptionCreated created) {
        if (!model.mayBeAsked()) {
            throw new AssertionError("A mail went to an address that gets none: " + story);
        }
        mails.add(created);
        if (!readers.contains(created.subscriberId())) {
            readers.add(created.subscriberId());
        }
        Instant mailedAt = created.confirmation().expiresAt().minus(Duration.ofDays(7));
        model.mailed(created.subscriptionId(), created.subscriberId(), new HashSet<>(created.newsletters()), mailedAt);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
