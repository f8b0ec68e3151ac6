package dev.broadsheet.notification.deadletter;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** What consumers of all services could not handle, and a second try. */
@ApplicationScoped
class DeadLetters {

    /** One request publishes no more: it should end before whoever waits for it gives up. */
    private static final int MOST_REPLAYED = 5_000;

    private static final int AT_ONCE = 100;

    private final Map<String, Object> kafkaConfig;
    private final ReplayMarks marks;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafkaConfig, ReplayMarks marks) {
        this.kafkaConfig = kafkaConfig;
        this.marks = marks;
    }

    DeadLetterPage page(Optional<LetterPlace> after, Optional<String> topic, int limit) {
        List<ConsumerRecord<byte[], byte[]>> letters = reading(reader -> {
            topic.ifPresent(name -> known(name, reader));
            return reader.after(after, topic, limit + 1);
        });
        List<ConsumerRecord<byte[], byte[]>> shown = letters.subList(0, Math.min(limit, letters.size()));
        List<DeadLetter> items = views(shown);
        boolean more = letters.size() > limit;
        return new DeadLetterPage(items, more ? place(shown.get(limit - 1)).encoded() : null);
    }

    OpenedLetter open(LetterPlace place) {
        ConsumerRecord<byte[], byte[]> letter = reading(reader -> letterAt(place, reader));
        return OpenedLetter.of(views(List.of(letter)).get(0), letter);
    }

    /** Publishes one again, whether it was before or not. */
    void replay(LetterPlace place) {
        reading(reader -> {
            DeadLetterTopic topic = known(place.topic(), reader);
            send(List.of(letterAt(place, reader)), topic);
            return place;
        });
    }

    /** Publishes those of a topic again that were not before, oldest first. */
    Replayed replayAll(String name) {
        return reading(reader -> {
            DeadLetterTopic topic = known(name, reader);
            List<LetterPlace> ends = reader.ends(name);
            Optional<LetterPlace> last = Optional.empty();
            int replayed = 0;
            while (replayed < MOST_REPLAYED) {
                List<ConsumerRecord<byte[], byte[]>> letters = reader.after(last, Optional.of(name), AT_ONCE);
                if (letters.isEmpty()) {
                    return new Replayed(replayed, false);
                }
                List<ConsumerRecord<byte[], byte[]>> due = due(letters, ends);
                send(due, topic);
                replayed += due.size();
                last = Optional.of(place(letters.get(letters.size() - 1)));
            }
            return new Replayed(replayed, true);
        });
    }

    /** What came while this went on was given up just now, perhaps for the second time: it is for another look. */
    private List<ConsumerRecord<byte[], byte[]>> due(
            List<ConsumerRecord<byte[], byte[]>> letters, List<LetterPlace> ends) {
        Map<LetterPlace, Instant> replayed = marks(letters);
        return letters.stream()
                .filter(letter -> !replayed.containsKey(place(letter)))
                .filter(letter -> ends.stream()
                        .anyMatch(end -> end.partition() == letter.partition() && letter.offset() < end.offset()))
                .toList();
    }

    private void send(List<ConsumerRecord<byte[], byte[]>> letters, DeadLetterTopic topic) {
        if (!letters.isEmpty()) {
            try (LetterSender sender = new LetterSender(kafkaConfig)) {
                sender.send(letters, topic);
            }
            // A crash before this publishes them again at the next try: their events have the same ids.
            marks.mark(letters.stream().map(DeadLetters::place).toList());
        }
    }

    private List<DeadLetter> views(List<ConsumerRecord<byte[], byte[]>> letters) {
        Map<LetterPlace, Instant> replayed = marks(letters);
        return letters.stream()
                .map(letter -> DeadLetter.of(
                        letter, DeadLetterTopic.named(letter.topic()).orElseThrow(), replayed.get(place(letter))))
                .toList();
    }

    private Map<LetterPlace, Instant> marks(List<ConsumerRecord<byte[], byte[]>> letters) {
        return marks.of(letters.stream().map(DeadLetters::place).toList());
    }

    private static ConsumerRecord<byte[], byte[]> letterAt(LetterPlace place, LetterReader reader) {
        return reader.at(place).orElseThrow(() -> new NotFoundException("There is no dead letter at this place."));
    }

    private static DeadLetterTopic known(String name, LetterReader reader) {
        return DeadLetterTopic.named(name)
                .filter(topic -> reader.topics().contains(topic.name()))
                .filter(topic -> reader.topics().contains(topic.source()))
                .orElseThrow(() -> new NotFoundException("There is no such topic of dead letters."));
    }

    private static LetterPlace place(ConsumerRecord<byte[], byte[]> letter) {
        return new LetterPlace(letter.topic(), letter.partition(), letter.offset());
    }

    private <T> T reading(Function<LetterReader, T> work) {
        try (LetterReader reader = new LetterReader(kafkaConfig)) {
            return work.apply(reader);
        } catch (KafkaException e) {
            throw new ServiceUnavailableException();
        }
    }
}
