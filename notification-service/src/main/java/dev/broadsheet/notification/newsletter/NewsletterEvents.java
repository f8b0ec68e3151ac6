package dev.broadsheet.notification.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.outbox.EventReceiver;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class NewsletterEvents {

    static final String CHANNEL = "newsletters";

    private final EventReceiver receiver;
    private final Newsletters newsletters;

    NewsletterEvents(EventReceiver receiver, Newsletters newsletters) {
        this.receiver = receiver;
        this.newsletters = newsletters;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        receiver.receive(CHANNEL, record, received -> {
            if (received.event() instanceof NewsletterChanged changed) {
                newsletters.apply(changed);
            }
        });
    }
}
