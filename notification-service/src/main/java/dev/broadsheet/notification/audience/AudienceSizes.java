package dev.broadsheet.notification.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;

/** Counts readers. Nobody's name or address leaves here. */
@ApplicationScoped
class AudienceSizes {

    private static final String COUNT = """
            SELECT newsletter, coalesce(sum(confirmed), 0) AS confirmed, coalesce(sum(paused), 0) AS paused FROM (
                SELECT member.newsletter, count(*) AS confirmed,
                       count(*) FILTER (WHERE reader.paused_until > :now) AS paused
                FROM audience_member member JOIN reader ON reader.subscriber_id = member.subscriber_id
                GROUP BY member.newsletter
                UNION ALL SELECT slug, 0, 0 FROM newsletter) counted
            GROUP BY newsletter ORDER BY newsletter""";

    private final Session session;
    private final Clock clock;

    AudienceSizes(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Transactional
    List<AudienceSize> count() {
        return session
                .createNativeQuery(COUNT, Tuple.class)
                .addScalar("newsletter", String.class)
                .addScalar("confirmed", Long.class)
                .addScalar("paused", Long.class)
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .map(row -> new AudienceSize(
                        row.get("newsletter", String.class),
                        row.get("confirmed", Long.class),
                        row.get("paused", Long.class)))
                .toList();
    }
}
