package dev.broadsheet.notification.delivery;

import dev.broadsheet.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Writes deliveries into the ledger, in batches that are due at once, and counts them. */
@ApplicationScoped
public class DeliveryLedger {

    /** How many batches one step of freezing writes: large steps cost less a row, small ones let the first mail leave soon. */
    private static final int BATCHES_IN_A_CHUNK = 10;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String ADD_BATCHES = """
            INSERT INTO delivery_batch (id, edition_id, state, due_at)
            SELECT unnest(CAST(:batches AS uuid[])), :edition, 'WAITING', :now""";

    /** In the order of the audience's primary key, from where the last chunk ended: none costs more than the one before. */
    private static final String ADD_CHUNK = """
            WITH chunk AS (
                SELECT subscriber_id, row_number() OVER (ORDER BY subscriber_id) - 1 AS position
                FROM (SELECT subscriber_id FROM audience_member
                      WHERE newsletter = :newsletter AND confirmed_at <= :closedAt AND subscriber_id > :after
                      ORDER BY subscriber_id LIMIT :size) member),
            added AS (
                INSERT INTO delivery (edition_id, subscriber_id, batch_id, state)
                SELECT :edition, subscriber_id, (CAST(:batches AS uuid[]))[position / :batchSize + 1], 'PENDING' FROM chunk
                ON CONFLICT (edition_id, subscriber_id) DO NOTHING)
            SELECT count(*) AS readers, (SELECT subscriber_id FROM chunk ORDER BY position DESC LIMIT 1) AS last FROM chunk""";

    private static final String ADD_READER = """
            INSERT INTO delivery (edition_id, subscriber_id, batch_id, state)
            SELECT :edition, reader.subscriber_id, :batch, 'PENDING'
            FROM reader WHERE reader.subscriber_id = :subscriber
            ON CONFLICT (edition_id, subscriber_id) DO NOTHING""";

    /** Whose mail is being handed over stands in the batch. The row itself says so only when it has become final. */
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE under_way.id IS NULL AND state = 'PENDING') AS pending,
                   count(*) FILTER (WHERE under_way.id IS NOT NULL) AS sending,
                   count(*) FILTER (WHERE under_way.id IS NULL AND state = 'SENT') AS handed_over,
                   count(*) FILTER (WHERE under_way.id IS NULL AND state = 'RETRY') AS retry,
                   count(*) FILTER (WHERE under_way.id IS NULL AND state = 'UNCERTAIN') AS uncertain,
                   count(*) FILTER (WHERE under_way.id IS NULL AND state = 'BOUNCED') AS bounced,
                   count(*) FILTER (WHERE under_way.id IS NULL AND state = 'SUPPRESSED') AS suppressed
            FROM delivery LEFT JOIN (
                SELECT unnest(under_way) AS id FROM delivery_batch
                WHERE edition_id = :edition AND state = 'TAKEN') under_way ON under_way.id = delivery.subscriber_id
            WHERE edition_id = :edition""";

    private static final String HAND_OVER_TIMES =
            "SELECT min(handed_over_at) AS first, max(handed_over_at) AS last FROM delivery WHERE edition_id = :edition";

    /** What a sender has in its hands at this moment is left to it. */
    private static final String RETRY = """
            WITH open AS (
                UPDATE delivery SET state = 'PENDING', attempts = 0, failure = NULL, due_at = NULL
                FROM delivery_batch batch
                WHERE delivery.edition_id = :edition AND delivery.state IN ('RETRY', 'UNCERTAIN', 'BOUNCED')
                  AND batch.id = delivery.batch_id AND NOT delivery.subscriber_id = ANY (batch.under_way)
                RETURNING delivery.batch_id),
            due AS (
                UPDATE delivery_batch SET state = 'WAITING', owner = NULL, due_at = :now
                WHERE id IN (SELECT batch_id FROM open) AND state IN ('WAITING', 'DONE'))
            SELECT count(*) FROM open""";

    private final Session session;
    private final DeliveryConfig config;
    private final Event<BatchesDue> batchesDue;
    private final Clock clock;

    DeliveryLedger(Session session, DeliveryConfig config, Event<BatchesDue> batchesDue, Clock clock) {
        this.session = session;
        this.config = config;
        this.batchesDue = batchesDue;
        this.clock = clock;
    }

    /**
     * Writes the next readers of a closed edition's audience into the ledger, in the transaction of the caller.
     *
     * @param after the last reader of the chunk before; null for the first chunk
     */
    public Chunk addNextChunk(UUID edition, String newsletter, Instant closedAt, UUID after) {
        UUID[] batches = Stream.generate(Ids::next).limit(BATCHES_IN_A_CHUNK).toArray(UUID[]::new);
        int size = BATCHES_IN_A_CHUNK * config.batchSize();
        Tuple added = session.createNativeQuery(ADD_CHUNK, Tuple.class)
                .setParameter("newsletter", newsletter)
                .setParameter("closedAt", closedAt)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("size", size)
                .setParameter("edition", edition)
                .setParameter("batches", batches, UUID[].class)
                .setParameter("batchSize", config.batchSize())
                .getSingleResult();
        int readers = added.get("readers", Long.class).intValue();
        int used = (readers + config.batchSize() - 1) / config.batchSize();
        if (used > 0) {
            addBatches(edition, List.of(batches).subList(0, used));
        }
        return new Chunk(readers, added.get("last", UUID.class), readers < size);
    }

    /** Adds one more reader to an edition, as a batch of its own, in the transaction of the caller. */
    public void add(UUID edition, UUID subscriber) {
        UUID batch = Ids.next();
        addBatches(edition, List.of(batch));
        session.createNativeMutationQuery(ADD_READER)
                .setParameter("edition", edition)
                .setParameter("batch", batch)
                .setParameter("subscriber", subscriber)
                .executeUpdate();
    }

    private void addBatches(UUID edition, List<UUID> batches) {
        session.createNativeMutationQuery(ADD_BATCHES)
                .setParameter("batches", batches.toArray(UUID[]::new), UUID[].class)
                .setParameter("edition", edition)
                .setParameter("now", clock.instant())
                .executeUpdate();
        batchesDue.fire(new BatchesDue());
    }

    /**
     * Has everything tried again at once that was not handed over: what bounced, what waits for its time, and what nobody
     * knows of. Answers how many deliveries. In the transaction of the caller, who has locked the edition.
     */
    public int retry(UUID edition) {
        int open = session.createNativeQuery(RETRY, Long.class)
                .setParameter("edition", edition)
                .setParameter("now", clock.instant())
                .getSingleResult()
                .intValue();
        batchesDue.fire(new BatchesDue());
        return open;
    }

    /** How far the edition's deliveries are. All zero if there are none. */
    @Transactional
    public DeliveryCounts counts(UUID edition) {
        Tuple counts = session.createNativeQuery(COUNT, Tuple.class)
                .setParameter("edition", edition)
                .getSingleResult();
        return new DeliveryCounts(
                counts.get("pending", Long.class),
                counts.get("sending", Long.class),
                counts.get("handed_over", Long.class),
                counts.get("retry", Long.class),
                counts.get("uncertain", Long.class),
                counts.get("bounced", Long.class),
                counts.get("suppressed", Long.class));
    }

    /** When the edition's first and its newest mail were handed over. */
    @Transactional
    public HandOverTimes handOverTimes(UUID edition) {
        Tuple row = session.createNativeQuery(HAND_OVER_TIMES, Tuple.class)
                .addScalar("first", Instant.class)
                .addScalar("last", Instant.class)
                .setParameter("edition", edition)
                .getSingleResult();
        return new HandOverTimes(row.get("first", Instant.class), row.get("last", Instant.class));
    }

    /**
     * A piece of an audience that is in the ledger.
     *
     * @param readers how many
     * @param last the last of them, where the next chunk goes on; null if there are none
     * @param isLast nothing comes after it
     */
    public record Chunk(int readers, UUID last, boolean isLast) {}
}
