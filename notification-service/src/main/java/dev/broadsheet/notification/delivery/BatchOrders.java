package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.outbox.ReceivedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
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
    private static final Duration PAUSE_WAIT = Duration.ofSeconds(1);

    /** Before the sender waits for what is under way. */
    private static final int STOP_EARLY = 1_000;

    private final BatchSender sender;
    private final KafkaClientService kafka;

    BatchOrders(BatchSender sender, KafkaClientService kafka) {
        this.sender = sender;
        this.kafka = kafka;
    }

    /** What is ordered from now on is for other replicas. What was fetched already is given back, batch by batch. */
    void stop(@Observes @Priority(STOP_EARLY) ShutdownEvent event) {
        try {
            kafka.getConsumer(CHANNEL).pause().await().atMost(PAUSE_WAIT);
        } catch (RuntimeException e) {
            LOG.debugf(e, "event=delivery.orders.not.paused");
        }
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
