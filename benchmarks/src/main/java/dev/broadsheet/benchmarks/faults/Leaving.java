package dev.broadsheet.benchmarks.faults;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.mailroom.Audience;
import dev.broadsheet.benchmarks.postgres.Postgres;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Readers unsubscribe while a slow relay holds the edition up that was for them too. */
public final class Leaving {

    private static final int MOST = 100;
    private static final long PAUSE_MILLISECONDS = 20;

    private static final String IS_UNDER_WAY =
            "SELECT EXISTS (SELECT FROM delivery_batch WHERE edition_id = ? AND under_way <> '{}')";

    /** They leave before a sender takes their batch. */
    private static final String OF_WAITING_BATCHES = """
            SELECT subscriber_id FROM delivery JOIN delivery_batch ON delivery_batch.id = batch_id
            WHERE delivery.edition_id = ? AND delivery.state = 'PENDING' AND delivery_batch.state NOT IN ('TAKEN', 'DONE')
            ORDER BY subscriber_id DESC LIMIT ?""";

    /** They leave when a sender has their batch, and before their own mail is handed over. */
    private static final String OF_TAKEN_BATCHES = """
            SELECT subscriber_id FROM delivery JOIN delivery_batch ON delivery_batch.id = batch_id
            WHERE delivery.edition_id = ? AND delivery.state = 'PENDING' AND delivery_batch.state = 'TAKEN'
                AND subscriber_id <> ALL (under_way)
            ORDER BY subscriber_id DESC LIMIT ?""";

    private static final String HAVE_LEFT = """
            SELECT NOT EXISTS (SELECT FROM audience_member WHERE newsletter = ? AND subscriber_id = ANY (?::uuid[]))""";

    private static final String UNDER_WAY = """
            SELECT under.way FROM delivery_batch, unnest(under_way) AS under (way)
            WHERE edition_id = ? AND under.way = ANY (?::uuid[])""";

    private static final String COUNT_SUPPRESSED = """
            SELECT count(*) FROM delivery
            WHERE edition_id = ? AND subscriber_id = ANY (?::uuid[]) AND state = 'SUPPRESSED'""";

    private final Stage stage;
    private final Audience audience;
    private final Duration limit;

    /**
     * @param audience its own: some of it will have left
     */
    public Leaving(Stage stage, Audience audience, Duration limit) {
        this.stage = stage;
        this.audience = audience;
        this.limit = limit;
    }

    public Result run() {
        Postgres database = stage.mailroom().ledger().postgres();
        stage.haveSenders(1);
        stage.relay().forget();
        stage.relay().hold();
        UUID edition;
        List<String> beforeTaking;
        List<String> beforeHandOver;
        Set<String> leavers = new HashSet<>();
        Set<String> tooLate;
        try {
            edition = stage.mailroom().publish(audience.newsletter());
            stage.mailroom().ledger().awaitFrozen(edition, limit);
            database.await(IS_UNDER_WAY, limit, "no mail was under way", edition);
            beforeTaking = database.texts(OF_WAITING_BATCHES, edition, MOST);
            beforeHandOver = database.texts(OF_TAKEN_BATCHES, edition, MOST);
            leavers.addAll(beforeTaking);
            leavers.addAll(beforeHandOver);
            stage.mailroom().tell(leavers.stream().map(this::cancelled).toList());
            database.await(HAVE_LEFT, limit, "nobody heard that readers left", audience.newsletter(), array(leavers));
            tooLate = awaitLastHandOvers(database, edition, leavers);
        } finally {
            stage.relay().release();
        }
        stage.mailroom().ledger().awaitSent(edition, limit);
        Set<String> mailed = stage.relay().arrivals().recipients();
        Set<String> left = addresses(leavers);
        Set<String> stayed = audience.addresses();
        stayed.removeAll(left);
        stayed.removeAll(mailed);
        left.removeAll(tooLate);
        left.retainAll(mailed);
        return new Result(
                beforeTaking.size(),
                beforeHandOver.size(),
                tooLate.size(),
                database.number(COUNT_SUPPRESSED, edition, array(leavers)),
                left.size(),
                stayed.size());
    }

    /** Whose mail had come to the relay when the reader left: no sender looks at the audience for them any more. */
    private Set<String> awaitLastHandOvers(Postgres database, UUID edition, Set<String> leavers) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                Set<String> underWay = addresses(Set.copyOf(database.texts(UNDER_WAY, edition, array(leavers))));
                Set<String> begun = stage.relay().begun();
                if (begun.containsAll(underWay)) {
                    Set<String> tooLate = addresses(leavers);
                    tooLate.retainAll(begun);
                    return tooLate;
                }
                if (System.nanoTime() - end > 0) {
                    throw new BenchmarkFailure("Mails to readers who had left stayed under way");
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }

    /** As by a complaint: whoever unsubscribes gets a goodbye, and where a mail begins the relay cannot tell it from an edition's. */
    private SubscriptionCancelled cancelled(String subscriber) {
        return new SubscriptionCancelled(
                UUID.fromString(subscriber),
                List.of(audience.newsletter()),
                SubscriptionCancelled.Reason.COMPLAINED,
                Instant.now());
    }

    private static Set<String> addresses(Set<String> subscribers) {
        return subscribers.stream()
                .map(UUID::fromString)
                .map(Audience::address)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String array(Set<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }

    /**
     * @param beforeTaking how many left before a sender had their batch
     * @param beforeHandOver how many left later
     * @param tooLate how many of them when their mail was at the relay already
     * @param suppressed how many of them the ledger says got nothing
     * @param mailed how many of the others of them got the edition all the same
     * @param missed how many got nothing who stayed
     */
    public record Result(int beforeTaking, int beforeHandOver, int tooLate, long suppressed, int mailed, int missed) {

        /** How many left in time. */
        public int left() {
            return beforeTaking + beforeHandOver - tooLate;
        }
    }
}
