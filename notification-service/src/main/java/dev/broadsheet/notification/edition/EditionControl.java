package dev.broadsheet.notification.edition;

import dev.broadsheet.notification.delivery.DeliveryLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What editors may do to an edition on its way. */
@ApplicationScoped
public class EditionControl {

    private static final Logger LOG = Logger.getLogger(EditionControl.class);

    private final EditionRepository repository;
    private final DeliveryLedger ledger;

    EditionControl(EditionRepository repository, DeliveryLedger ledger) {
        this.repository = repository;
        this.ledger = ledger;
    }

    /** A held edition does not close, and of one that has closed no more mails go out, until it is let go. */
    @Transactional
    public void hold(UUID id, boolean held) {
        Edition edition = locked(id);
        if (edition.state == Edition.State.SENT) {
            throw new ClientErrorException("The edition has gone out.", Status.CONFLICT);
        }
        if (edition.held != held) {
            edition.held = held;
            LOG.infof("event=edition.held edition=%s held=%s", id, held);
        }
    }

    /** Tries again what no relay took. Answers how many deliveries that are. */
    @Transactional
    public int retry(UUID id) {
        Edition edition = locked(id);
        if (edition.state == Edition.State.OPEN) {
            throw new ClientErrorException("The edition has not closed yet.", Status.CONFLICT);
        }
        int deliveries = ledger.retry(id);
        if (deliveries > 0 && edition.state == Edition.State.SENT) {
            edition.state = Edition.State.SENDING;
            edition.finishedAt = null;
        }
        LOG.infof("event=edition.retried edition=%s deliveries=%d", id, deliveries);
        return deliveries;
    }

    private Edition locked(UUID id) {
        return Optional.ofNullable(repository.lock(id))
                .orElseThrow(() -> new NotFoundException("There is no such edition."));
    }
}
