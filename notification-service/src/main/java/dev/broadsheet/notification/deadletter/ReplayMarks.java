package dev.broadsheet.notification.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Which dead letters were published again, and when. */
@ApplicationScoped
class ReplayMarks {

    /** Longer than any dead letter is kept. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final String MARK = """
            INSERT INTO dead_letter_replay (topic, "partition", "offset", replayed_at)
            VALUES (:topic, :partition, :offset, :now)
            ON CONFLICT (topic, "partition", "offset") DO UPDATE SET replayed_at = excluded.replayed_at""";

    private static final String FORGET_OLD = "DELETE FROM dead_letter_replay WHERE replayed_at < :before";

    private static final String FIND = """
            SELECT "offset", replayed_at FROM dead_letter_replay
            WHERE topic = :topic AND "partition" = :partition AND "offset" IN (:offsets)""";

    private final Session session;
    private final Clock clock;

    ReplayMarks(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Transactional
    void mark(Collection<LetterPlace> places) {
        Instant now = clock.instant();
        session.createNativeMutationQuery(FORGET_OLD)
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
        for (LetterPlace place : places) {
            session.createNativeMutationQuery(MARK)
                    .setParameter("topic", place.topic())
                    .setParameter("partition", place.partition())
                    .setParameter("offset", place.offset())
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    /** Those of the places that were. */
    @Transactional
    Map<LetterPlace, Instant> of(Collection<LetterPlace> places) {
        Map<LetterPlace, Instant> marks = new HashMap<>();
        places.stream()
                .map(place -> new LetterPlace(place.topic(), place.partition(), -1))
                .distinct()
                .forEach(partition -> find(partition, places, marks));
        return marks;
    }

    private void find(LetterPlace partition, Collection<LetterPlace> places, Map<LetterPlace, Instant> marks) {
        List<Long> offsets = places.stream()
                .filter(place -> place.topic().equals(partition.topic()) && place.partition() == partition.partition())
                .map(LetterPlace::offset)
                .toList();
        session.createNativeQuery(FIND, Object[].class)
                .setParameter("topic", partition.topic())
                .setParameter("partition", partition.partition())
                .setParameter("offsets", offsets)
                .getResultList()
                .forEach(row -> marks.put(
                        new LetterPlace(partition.topic(), partition.partition(), ((Number) row[0]).longValue()),
                        (Instant) row[1]));
    }
}
