package dev.broadsheet.subscription.newsletter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class NewsletterRepository implements PanacheRepositoryBase<Newsletter, String> {

    /**
     * Replicas that start together wait for each other here, and what one has announced the next no longer sees. SKIP
     * LOCKED would lose a newsletter for good if the replica that held it rolled back.
     */
    private static final String LOCK_UNANNOUNCED =
            "SELECT * FROM newsletter WHERE announced_version < version ORDER BY slug FOR UPDATE";

    /** Whoever comes second waits here until the first has committed, and then finds its row. */
    private static final String CLAIM = """
            INSERT INTO newsletter (slug, name, tagline, description, kind, cadence, zone, sender_name, sender_address, version)
            VALUES (:slug, '', '', '', 'TOPIC', 'IMMEDIATE', 'UTC', '', '', 0)
            ON CONFLICT (slug) DO NOTHING
            """;

    private static final String OFFERED = "select slug from Newsletter where archived = false";

    /** Makes an empty row that the caller fills in the same transaction; whether there was none. */
    boolean claim(String slug) {
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("slug", slug)
                        .executeUpdate()
                == 1;
    }

    /** Its row stays locked until the transaction ends, so that two changes of one newsletter never interleave. */
    Optional<Newsletter> lock(String slug) {
        return Optional.ofNullable(findById(slug, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Newsletter> after(String slug, int limit) {
        return find("slug > ?1", Sort.by("slug"), slug).page(0, limit).list();
    }

    /** All that readers can sign up for. */
    @Transactional
    Set<String> offered() {
        return Set.copyOf(getEntityManager().createQuery(OFFERED, String.class).getResultList());
    }

    /** Those of the slugs that readers can sign up for. */
    @Transactional
    Set<String> offered(Collection<String> slugs) {
        return Set.copyOf(getEntityManager()
                .createQuery(OFFERED + " and slug in :slugs", String.class)
                .setParameter("slugs", slugs)
                .getResultList());
    }

    List<Newsletter> lockUnannounced() {
        return getSession()
                .createNativeQuery(LOCK_UNANNOUNCED, Newsletter.class)
                .getResultList();
    }
}
