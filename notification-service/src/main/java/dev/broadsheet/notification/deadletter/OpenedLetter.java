package dev.broadsheet.notification.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A dead letter with what it holds, which may be personal data.
 *
 * @param text the value, if it is text in UTF-8
 * @param base64 the value otherwise
 */
public record OpenedLetter(DeadLetter letter, Map<String, String> headers, String text, String base64) {

    static OpenedLetter of(DeadLetter letter, ConsumerRecord<byte[], byte[]> content) {
        Map<String, String> headers = new TreeMap<>();
        content.headers()
                .forEach(header -> headers.put(header.key(), LetterHeaders.text(content.headers(), header.key())));
        byte[] value = content.value();
        if (value == null) {
            return new OpenedLetter(letter, headers, null, null);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return new OpenedLetter(letter, headers, text, null);
        } catch (CharacterCodingException e) {
            return new OpenedLetter(letter, headers, null, Base64.getEncoder().encodeToString(value));
        }
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "OpenedLetter[withheld]";
    }
}
