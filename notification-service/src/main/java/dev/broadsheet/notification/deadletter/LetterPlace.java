package dev.broadsheet.notification.deadletter;

import dev.broadsheet.problems.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import org.apache.kafka.common.TopicPartition;

/** Where a dead letter is. Letters are listed in this order, which within a partition is the one in which they came. */
record LetterPlace(String topic, int partition, long offset) implements Comparable<LetterPlace> {

    private static final Comparator<LetterPlace> ORDER = Comparator.comparing(LetterPlace::topic)
            .thenComparingInt(LetterPlace::partition)
            .thenComparingLong(LetterPlace::offset);

    static LetterPlace startOf(TopicPartition partition) {
        return new LetterPlace(partition.topic(), partition.partition(), -1);
    }

    /** Opaque to whoever gets it, and safe in an address. */
    String encoded() {
        String text = offset + " " + partition + " " + topic;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static LetterPlace decode(String encoded) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(" ", 3);
            LetterPlace place = new LetterPlace(parts[2], Integer.parseInt(parts[1]), Long.parseLong(parts[0]));
            if (place.encoded().equals(encoded)) {
                return place;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Told below, like one that is mangled otherwise.
        }
        throw InvalidInputException.of("cursor", "cursor.invalid", "The cursor is not one that this list gave out.");
    }

    @Override
    public int compareTo(LetterPlace other) {
        return ORDER.compare(this, other);
    }
}
