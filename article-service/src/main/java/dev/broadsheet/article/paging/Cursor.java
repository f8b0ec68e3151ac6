package dev.broadsheet.article.paging;

import dev.broadsheet.problems.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A place in a list of articles: the last one already seen. It names a row and not a number of rows, so that articles
 * published while a reader pages neither repeat nor hide one.
 *
 * @param rank how well the row answers a search; 0 in a list, which is in the order of time alone
 * @param time what the list is ordered by, newest first
 */
public record Cursor(float rank, Instant time, UUID id) {

    /** Before all articles. */
    public static final Cursor START =
            new Cursor(Float.POSITIVE_INFINITY, Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private static final int CONTENT = Float.BYTES + 3 * Long.BYTES;
    private static final int LENGTH = CONTENT + Integer.BYTES;

    /**
     * Opaque to whoever gets it, and safe in an address.
     *
     * @param list what tells this list from others: the place in one says nothing in another
     */
    public String encoded(String list) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putFloat(rank)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, time))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        bytes.putInt(checksum(bytes.array(), list));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    public static Cursor decode(String encoded, String list) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (bytes.length == LENGTH && buffer.getInt(CONTENT) == checksum(bytes, list)) {
                Cursor cursor = new Cursor(
                        buffer.getFloat(),
                        Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS),
                        new UUID(buffer.getLong(), buffer.getLong()));
                // The last character has bits to spare, which the decoder ignores.
                if (cursor.encoded(list).equals(encoded)) {
                    return cursor;
                }
            }
            throw refused();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw refused();
        }
    }

    private static InvalidInputException refused() {
        return InvalidInputException.of("cursor", "cursor.invalid", "The cursor is not one that this list gave out.");
    }

    /** Tells a mangled cursor, which would show a wrong page without a word. It hides nothing: there is nothing to hide. */
    private static int checksum(byte[] bytes, String list) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, CONTENT);
        checksum.update(list.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }
}
