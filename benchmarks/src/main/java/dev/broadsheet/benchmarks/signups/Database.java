package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.postgres.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A service's own database, and what the sign-ups' measurements ask of it. One thread at a time. */
final class Database implements AutoCloseable {

    static final String SUBSCRIPTION = "subscription";
    static final String NOTIFICATION = "notification";
    static final String USER = Postgres.USER;

    private static final String COUNT_QUEUE = "SELECT count(*) FROM incoming_request";
    private static final String IS_QUEUE_EMPTY = "SELECT NOT EXISTS (SELECT FROM incoming_request)";
    private static final String IS_RELAYED = "SELECT NOT EXISTS (SELECT FROM outbox_event WHERE sent_at IS NULL)";
    private static final String COUNT_SIGN_UPS = "SELECT count(*) FROM sign_up";
    private static final String COUNT_HELD = "SELECT coalesce(sum(times), 0) FROM held_sign_up";
    private static final String NEWEST_EVENT = """
            SELECT data FROM outbox_event WHERE event_type = 'SUBSCRIPTION_CREATED'
            ORDER BY sequence DESC LIMIT 1""";
    private static final String ARE_MAILS_SENT = "SELECT EXISTS (SELECT FROM reader_mail WHERE state = 'SENT')";

    private final Postgres postgres;

    Database(int port, String name) {
        this.postgres = new Postgres(port, name);
    }

    Map<String, String> requireDurable() {
        return postgres.requireDurable();
    }

    /** Sign-ups that were answered and are not decided yet. */
    long queueLength() {
        return postgres.number(COUNT_QUEUE);
    }

    long signUps() {
        return postgres.number(COUNT_SIGN_UPS);
    }

    /** Sign-ups that wait for an operator, and so have made nothing else. */
    long held() {
        return postgres.number(COUNT_HELD);
    }

    /** What a sign-up's event says, as the service wrote it. */
    String newestEvent() {
        return postgres.text(NEWEST_EVENT);
    }

    void awaitEmptyQueue(Duration limit) {
        postgres.await(IS_QUEUE_EMPTY, limit, "the sign-ups were not all decided");
    }

    /** Until all events are on Kafka: their way there must not fall into the next measurement. */
    void awaitRelayed(Duration limit) {
        postgres.await(IS_RELAYED, limit, "the events were not all sent to Kafka");
    }

    /** Of notification-service's. */
    void awaitMails(Duration limit) {
        postgres.await(ARE_MAILS_SENT, limit, "no mail was sent");
    }

    void checkpoint() {
        postgres.checkpoint();
    }

    void run(String sql) {
        postgres.run(sql);
    }

    /** The first column of all rows. */
    List<String> texts(String query) {
        return postgres.texts(query);
    }

    @Override
    public void close() {
        postgres.close();
    }
}
