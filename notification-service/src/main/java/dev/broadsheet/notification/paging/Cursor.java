package dev.broadsheet.notification.paging;

import dev.broadsheet.problems.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in a list that is ordered by time, newest first: the last item already seen. It names a row and not a number of
 * rows, so that what is added or removed meanwhile neither repeats nor hides one.
 *
 * @param time what the list is ordered by, in whole microseconds as PostgreSQL keeps it
 * @param id tells items of the same time apart
 */
public record Cursor(Instant time, String id) {

    /** Later than anything in a list: where one starts. */
    public static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Opaque to whoever gets it, and safe in an address.
     *
     * @param list what tells this list from others: the place in one says nothing in another
     */
    public String encoded(String list) {
        String content = ChronoUnit.MICROS.between(Instant.EPOCH, time) + " " + id;
        byte[] bytes = (checksum(content, list) + " " + content).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static Cursor decode(String encoded, String list) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            String[] parts = text.split(" ", 3);
            if (parts.length == 3) {
                Cursor cursor = new Cursor(Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS), parts[2]);
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
    private static String checksum(String content, String list) {
        CRC32 checksum = new CRC32();
        checksum.update((list + " " + content).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
