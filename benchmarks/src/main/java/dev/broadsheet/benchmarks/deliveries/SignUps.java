package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.http.Json;
import dev.broadsheet.benchmarks.postgres.Postgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Readers who sign up while an edition goes out, and wait for their confirmation mail. */
final class SignUps {

    private static final String PATH = "/api/v1/subscriptions";
    /** One that every newsroom begins with. */
    private static final String NEWSLETTER = "markets";

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final long PAUSE_NANOSECONDS = Duration.ofMillis(5).toNanos();

    private static final String NOW = "SELECT clock_timestamp()::text";
    private static final String ARE_ALL_SENT =
            "SELECT count(*) = ? FROM reader_mail WHERE requested_at >= ?::timestamptz AND state = 'SENT'";

    private static final String MILLISECONDS = """
            SELECT (extract(epoch FROM handed_over_at - requested_at) * 1000)::bigint FROM reader_mail
            WHERE requested_at >= ?::timestamptz AND state = 'SENT'
                AND requested_at < (SELECT max(handed_over_at) FROM delivery WHERE edition_id = ?)
            ORDER BY 1""";

    private final Api subscriptionService;
    private final String since;
    private int signedUp;

    SignUps(Api subscriptionService, Postgres notification) {
        this.subscriptionService = subscriptionService;
        this.since = notification.text(NOW);
    }

    /** From the moment on at which the edition is under way. */
    void run(BooleanSupplier isUnderWay) {
        while (!isUnderWay.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
        String stamp = UUID.randomUUID().toString();
        for (int i = 0; i < DeliveriesPlan.SIGN_UPS; i++) {
            String email = "reader-" + stamp + "@mail" + i + ".example";
            String body = Json.write(Map.of("email", email, "newsletters", List.of(NEWSLETTER)));
            subscriptionService.send(
                    subscriptionService
                            .request(PATH)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)),
                    202);
            signedUp++;
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** Of those that fell into the edition: from the accepted sign-up to the mail's hand-over, in order. */
    List<Long> milliseconds(Postgres notification, UUID edition, Duration limit) {
        notification.await(ARE_ALL_SENT, limit, "not all confirmation mails were sent", (long) signedUp, since);
        return notification.texts(MILLISECONDS, since, edition).stream()
                .map(Long::parseLong)
                .toList();
    }
}
