package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.audience.ReaderJoined;
import dev.broadsheet.notification.delivery.DeliveryLedger;
import dev.broadsheet.notification.newsletter.Masthead;
import dev.broadsheet.notification.newsletter.Newsletters;
import dev.broadsheet.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import org.jboss.logging.Logger;

/** Decides which editions there are, and who is in their audience. */
@ApplicationScoped
class Editions {

    private static final Logger LOG = Logger.getLogger(Editions.class);

    private final EditionRepository repository;
    private final Newsletters newsletters;
    private final DeliveryLedger ledger;
    private final Event<EditionClosed> closed;

    Editions(
            EditionRepository repository, Newsletters newsletters, DeliveryLedger ledger, Event<EditionClosed> closed) {
        this.repository = repository;
        this.newsletters = newsletters;
        this.ledger = ledger;
        this.closed = closed;
    }

    /**
     * A breaking article is an edition of its own in each of its newsletters, closed with its publication: its audience is
     * who had confirmed by then. In the transaction of the caller.
     */
    void consider(ArticlePublished article) {
        if (!article.breaking()) {
            return;
        }
        for (String newsletter : new LinkedHashSet<>(article.newsletters())) {
            if (!isArchived(newsletter)
                    && repository.openBreaking(Ids.next(), newsletter, article.articleId(), article.publishedAt())) {
                closed.fire(new EditionClosed());
            }
        }
    }

    /**
     * A reader had confirmed by the time an edition closed, but the news of it comes after the edition was frozen: the
     * topics of subscriptions and articles keep no order between each other. The reader is added.
     */
    void admitLateReader(@Observes ReaderJoined reader) {
        List<Edition> missed =
                repository.lockMissedBy(reader.subscriberId(), reader.newsletter(), reader.confirmedAt());
        for (Edition edition : missed) {
            ledger.add(edition.id, List.of(reader.subscriberId()));
            edition.audience++;
            if (edition.state == Edition.State.SENT) {
                edition.state = Edition.State.SENDING;
            }
            LOG.infof("event=edition.reader.late edition=%s", edition.id);
        }
    }

    /** One that is not known yet is not archived: the topics keep no order between each other. */
    private boolean isArchived(String newsletter) {
        return newsletters.find(newsletter).map(Masthead::archived).orElse(false);
    }
}
