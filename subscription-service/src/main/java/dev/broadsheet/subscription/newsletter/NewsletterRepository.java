package dev.broadsheet.subscription.newsletter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class NewsletterRepository implements PanacheRepositoryBase<Newsletter, String> {

    /**
     * Replicas that start together wait for each other here, and what one has announced the next no longer sees. SKIP
     * LOCKED would lose a newsletter for good if the replica that held it rolled back.
     */
    private static final String LOCK_UNANNOUNCED =
            "SELECT * FROM newsletter WHERE announced_version < version ORDER BY slug FOR UPDATE";

    List<Newsletter> lockUnannounced() {
        return getSession()
                .createNativeQuery(LOCK_UNANNOUNCED, Newsletter.class)
                .getResultList();
    }
}
