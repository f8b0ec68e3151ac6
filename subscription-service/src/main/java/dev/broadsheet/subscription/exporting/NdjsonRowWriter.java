package dev.broadsheet.subscription.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON object a line. */
final class NdjsonRowWriter implements RowWriter {

    private final OutputStream out;
    private final ObjectMapper json;

    NdjsonRowWriter(OutputStream out, ObjectMapper json) {
        this.out = new BufferedOutputStream(out);
        this.json = json;
    }

    @Override
    public void write(ExportedRow row) throws IOException {
        out.write(json.writeValueAsBytes(row));
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
