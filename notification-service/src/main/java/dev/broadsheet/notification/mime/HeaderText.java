package dev.broadsheet.notification.mime;

import java.nio.charset.StandardCharsets;

/** Texts of editors and readers on their way into a header. */
final class HeaderText {

    /** Far more than a mail program shows, and far below the 998 characters that a line may have. */
    private static final int LONGEST = 300;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** For half a surrogate pair, which UTF-8 has no form for. */
    private static final char REPLACEMENT = '\uFFFD';

    private HeaderText() {}

    /** One line, without anything that a mail program would take for more than words. */
    static String of(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> append(text, point));
        // In words that are ASCII this would be read as RFC 2047's beginning of encoded ones.
        String line = text.toString().replace("=?", "= ?").strip().replaceAll(" {2,}", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static void append(StringBuilder text, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> text.append(' ');
            case Character.FORMAT -> {
                // The others turn the direction of writing, or hide.
                if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
                    text.appendCodePoint(point);
                }
            }
            case Character.SURROGATE -> text.append(REPLACEMENT);
            default -> text.appendCodePoint(point);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
