package dev.broadsheet.notification.edition;

import dev.broadsheet.notification.audience.ReaderJoined;
import dev.broadsheet.notification.delivery.DeliveryLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A reader had confirmed by the time an edition closed, but the news of it comes after the edition was frozen: the topics of
 * subscriptions and articles keep no order between each other. The reader is added.
 */
@ApplicationScoped
class LateReaders {

    private static final Logger LOG = Logger.getLogger(LateReaders.class);

    private final EditionRepository repository;
    private final DeliveryLedger ledger;

    LateReaders(EditionRepository repository, DeliveryLedger ledger) {
        this.repository = repository;
        this.ledger = ledger;
    }

    void admit(@Observes ReaderJoined reader) {
        List<Edition> missed =
                repository.lockMissedBy(reader.subscriberId(), reader.newsletter(), reader.confirmedAt());
        for (Edition edition : missed) {
            ledger.add(edition.id, reader.subscriberId());
            edition.audience++;
            if (edition.state == Edition.State.SENT) {
                edition.state = Edition.State.SENDING;
            }
            LOG.infof("event=edition.reader.late edition=%s", edition.id);
        }
    }
}
