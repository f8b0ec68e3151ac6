package dev.broadsheet.subscription.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a stream into records, in constant memory. A CSV parser alone would not do: after a broken quote it takes the rest
 * of the file for one field. Here such a record costs its first line, and reading goes on with the next.
 */
final class RecordReader {

    static final int LONGEST = 16 * 1024;

    private static final char DAMAGED = '\uFFFD';
    private static final int BUFFER = 4 * LONGEST;

    private final InputStream body;
    private final boolean quoted;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int limit;
    private boolean ended;
    private long line = 1;

    /** @param quoted whether a field in quotes may hold line breaks */
    RecordReader(InputStream body, boolean quoted) {
        this.body = body;
        this.quoted = quoted;
    }

    /** The next record that is not blank; null at the end. */
    RawRecord next() throws IOException {
        if (line == 1) {
            skipByteOrderMark();
        }
        while (true) {
            if (!has(0)) {
                return null;
            }
            RawRecord record = cut();
            if (record.text() == null || !record.text().isBlank()) {
                return record;
            }
        }
    }

    private RawRecord cut() throws IOException {
        QuoteState state = QuoteState.FIELD_START;
        int breaks = 0;
        int length = 0;
        while (has(length)) {
            byte current = buffer[start + length];
            if (isBreak(current) && state != QuoteState.QUOTED) {
                return taken(length, breaks);
            }
            if (quoted) {
                state = state.after(current);
                if (state == QuoteState.BROKEN) {
                    return lost("row.quote", "A quote is broken: after a closing one comes a comma or the line's end.");
                }
            }
            if (current == '\n') {
                breaks++;
            }
            if (++length > LONGEST) {
                return lost(
                        state == QuoteState.QUOTED ? "row.quote" : "row.length",
                        "The row is longer than " + LONGEST + " bytes, or a quote in it is not closed.");
            }
        }
        return state == QuoteState.QUOTED
                ? lost("row.quote", "A quote in the row is not closed.")
                : taken(length, breaks);
    }

    /** Whether there is a byte so far behind the start; reads on for it where needed. */
    private boolean has(int offset) throws IOException {
        while (start + offset >= limit && !ended) {
            if (limit == buffer.length) {
                System.arraycopy(buffer, start, buffer, 0, limit - start);
                limit -= start;
                start = 0;
            }
            int read = body.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(read, 0);
        }
        return start + offset < limit;
    }

    private RawRecord taken(int length, int breaks) throws IOException {
        String text = new String(buffer, start, length, StandardCharsets.UTF_8);
        long first = line;
        line += breaks;
        start += length;
        skipBreak();
        return text.indexOf(DAMAGED) < 0
                ? RawRecord.readable(first, text)
                : RawRecord.unreadable(first, "row.encoding", "The row is not in UTF-8.");
    }

    /** Gives up the line that the record starts in, and no more. */
    private RawRecord lost(String code, String message) throws IOException {
        long first = line;
        while (has(0) && !isBreak(buffer[start])) {
            start++;
        }
        skipBreak();
        return RawRecord.unreadable(first, code, message);
    }

    private void skipBreak() throws IOException {
        line++;
        if (has(0) && buffer[start++] == '\r' && has(0) && buffer[start] == '\n') {
            start++;
        }
    }

    private void skipByteOrderMark() throws IOException {
        if (has(2)
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF) {
            start += 3;
        }
    }

    private static boolean isBreak(byte character) {
        return character == '\n' || character == '\r';
    }

    private enum QuoteState {
        FIELD_START,
        PLAIN,
        QUOTED,
        /** The quote that ends the field, or the first of two that stand for one. */
        QUOTE_IN_QUOTED,
        BROKEN;

        QuoteState after(byte character) {
            return switch (this) {
                case FIELD_START -> character == '"' ? QUOTED : character == ',' ? FIELD_START : PLAIN;
                case PLAIN -> character == ',' ? FIELD_START : PLAIN;
                case QUOTED -> character == '"' ? QUOTE_IN_QUOTED : QUOTED;
                case QUOTE_IN_QUOTED -> character == '"' ? QUOTED : character == ',' ? FIELD_START : BROKEN;
                case BROKEN -> BROKEN;
            };
        }
    }
}
