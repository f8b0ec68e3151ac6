package dev.broadsheet.notification.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * An event that a consumer could not handle.
 *
 * @param at when it was given up
 * @param reason what was wrong with it
 * @param cause what was behind that, where there is something
 * @param size of the value, in bytes
 * @param replayedAt when it was last published again; null if it never was
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        String consumer,
        Instant at,
        String eventId,
        String eventType,
        String key,
        String reason,
        String cause,
        Original original,
        int size,
        Instant replayedAt) {

    /** Where the event was, if it is still there. */
    public record Original(String topic, Long partition, Long offset) {}

    static DeadLetter of(ConsumerRecord<byte[], byte[]> letter, DeadLetterTopic topic, Instant replayedAt) {
        Headers headers = letter.headers();
        return new DeadLetter(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                topic.consumer(),
                Instant.ofEpochMilli(letter.timestamp()),
                LetterHeaders.text(headers, LetterHeaders.EVENT_ID),
                LetterHeaders.text(headers, LetterHeaders.EVENT_TYPE),
                letter.key() == null ? null : new String(letter.key(), StandardCharsets.UTF_8),
                LetterHeaders.text(headers, LetterHeaders.REASON),
                LetterHeaders.text(headers, LetterHeaders.CAUSE),
                new Original(
                        topic.source(),
                        LetterHeaders.number(headers, LetterHeaders.PARTITION),
                        LetterHeaders.number(headers, LetterHeaders.OFFSET)),
                letter.value() == null ? 0 : letter.value().length,
                replayedAt);
    }
}
