package dev.broadsheet.contracts.delivery;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.util.UUID;

/**
 * A work order inside notification-service: hand over what is still due of this batch. It carries ids only; whoever
 * takes it loads the state as it is then. The same batch may be ordered several times.
 *
 * @param batchId the batch; the record's key
 * @param editionId the edition that it belongs to
 */
public record DeliveryBatch(UUID batchId, UUID editionId) implements Event {

    public DeliveryBatch {
        Required.present(batchId, "batchId");
        Required.present(editionId, "editionId");
    }

    @Override
    public String aggregateId() {
        return batchId.toString();
    }
}
