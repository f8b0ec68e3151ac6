package dev.broadsheet.subscription.importing;

/**
 * One record's text as it stands in the body.
 *
 * @param line where it starts
 * @param text null if it cannot be read
 * @param error why it cannot be read; otherwise null
 */
record RawRecord(long line, String text, RowError error) {

    static RawRecord readable(long line, String text) {
        return new RawRecord(line, text, null);
    }

    static RawRecord unreadable(long line, String code, String message) {
        return new RawRecord(line, null, new RowError(line, "row", code, message));
    }
}
