package dev.broadsheet.article.served;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Changes made in any replica, heard from the topic that everybody reads. Each replica is a consumer group of its own, so
 * that each hears all; it commits no position, because it has nothing to catch up with after a restart.
 */
@ApplicationScoped
class ChangesElsewhere {

    private static final Logger LOG = Logger.getLogger(ChangesElsewhere.class);

    private final ServedAnswers answers;

    ChangesElsewhere(ServedAnswers answers) {
        this.answers = answers;
    }

    @Incoming("article-changes")
    public void heard(ConsumerRecord<String, byte[]> event) {
        try {
            answers.forget(UUID.fromString(event.key()));
        } catch (IllegalArgumentException | NullPointerException e) {
            // Not one of ours, and no article has such an id.
            LOG.warnf("event=served.change.unreadable partition=%d offset=%d", event.partition(), event.offset());
        }
    }
}
