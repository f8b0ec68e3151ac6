package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.outbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * This replica's share of the batches. Orders need no inbox: a batch that is done or taken is not taken again, and one
 * whose sender fails here is ordered again when its lease ends, or the order itself has grown old.
 */
@ApplicationScoped
class BatchOrders {

    static final String CHANNEL = "delivery-batches";

    private static final Logger LOG = Logger.getLogger(BatchOrders.class);

    private final BatchSender sender;

    BatchOrders(BatchSender sender) {
        this.sender = sender;
    }

    @Incoming(CHANNEL)
    @Blocking(value = CHANNEL, ordered = false)
    void receive(ConsumerRecord<String, byte[]> record) {
        ReceivedEvent.from(record).map(ReceivedEvent::event).ifPresent(event -> {
            if (event instanceof DeliveryBatch order) {
                send(order);
            }
        });
    }

    /**
     * A failure on the way is no reason for a dead letter: the order is not at fault, and will be given again. It is not
     * always a RuntimeException: a rollback comes as a checked one that no signature tells of.
     */
    private void send(DeliveryBatch order) {
        try {
            sender.send(order);
        } catch (Exception e) {
            LOG.warnf(e, "event=delivery.batch.interrupted batch=%s", order.batchId());
        }
    }
}
