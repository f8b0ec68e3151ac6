package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.outbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * This replica's share of the batches. Orders need no inbox: a batch that is done or taken is not taken again, and one
 * whose sender fails here is ordered again when its lease ends.
 */
@ApplicationScoped
class BatchOrders {

    static final String CHANNEL = "delivery-batches";

    private final BatchSender sender;

    BatchOrders(BatchSender sender) {
        this.sender = sender;
    }

    @Incoming(CHANNEL)
    @Blocking(value = CHANNEL, ordered = false)
    void receive(ConsumerRecord<String, byte[]> record) {
        ReceivedEvent.from(record).map(ReceivedEvent::event).ifPresent(event -> {
            if (event instanceof DeliveryBatch order) {
                sender.send(order);
            }
        });
    }
}
