package dev.broadsheet.article.articles;

import dev.broadsheet.problems.InvalidInputException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A place in the list of articles, newest first: the last one already seen. It names a row and not a number of rows, so
 * that articles published while a reader pages neither repeat nor hide one.
 */
record ArticleCursor(Instant publishedAt, UUID id) {

    private static final int CONTENT = 3 * Long.BYTES;
    private static final int LENGTH = CONTENT + Integer.BYTES;

    /** Opaque to whoever gets it, and safe in an address. */
    String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        bytes.putInt(checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static ArticleCursor decode(String encoded) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (bytes.length == LENGTH && buffer.getInt(CONTENT) == checksum(bytes)) {
                Instant publishedAt = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
                ArticleCursor cursor = new ArticleCursor(publishedAt, new UUID(buffer.getLong(), buffer.getLong()));
                // The last character has bits to spare, which the decoder ignores.
                if (cursor.encoded().equals(encoded)) {
                    return cursor;
                }
            }
            throw refused();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw refused();
        }
    }

    private static InvalidInputException refused() {
        return InvalidInputException.of("cursor", "cursor.invalid", "The cursor is not one that a list gave out.");
    }

    /** Tells a mangled cursor, which would show a wrong page without a word. It hides nothing: there is nothing to hide. */
    private static int checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, CONTENT);
        return (int) checksum.getValue();
    }
}
