package dev.broadsheet.notification.newsletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.TreeSet;
import org.hibernate.Session;

/**
 * Who opens, fills, moves or closes editions of a newsletter, or changes its plan, is alone at it until the end of the
 * transaction. By name and not by row: an article may name a newsletter that has no row yet.
 */
@ApplicationScoped
public class NewsletterLock {

    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('newsletter ' || :newsletter, 0)) AS text)";

    private final Session session;

    NewsletterLock(Session session) {
        this.session = session;
    }

    public void acquire(String newsletter) {
        session.createNativeQuery(LOCK, String.class)
                .setParameter("newsletter", newsletter)
                .getSingleResult();
    }

    /** In one order, so that two that want the same ones never wait for each other. */
    public void acquire(Collection<String> newsletters) {
        new TreeSet<>(newsletters).forEach(this::acquire);
    }
}
