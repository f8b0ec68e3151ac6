package dev.broadsheet.article.served;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Knows from when on this replica hears of every change: only then may it keep what it reads. */
@ApplicationScoped
@Identifier("article-changes")
class PlaceOnTheTopic implements KafkaConsumerRebalanceListener {

    private final ServedAnswers answers;

    PlaceOnTheTopic(ServedAnswers answers) {
        this.answers = answers;
    }

    /** From the positions that are fixed here on, every change is heard; what was read before them is not trusted. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(consumer::position);
        answers.hearsOfChanges(true);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        answers.hearsOfChanges(false);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        answers.hearsOfChanges(false);
    }
}
