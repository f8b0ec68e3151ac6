package dev.broadsheet.subscription.exporting;

import java.io.IOException;

/** Writes rows in one format. */
interface RowWriter {

    void write(ExportedRow row) throws IOException;

    /** Brings out what is still held back. The stream stays open. */
    void finish() throws IOException;
}
