package dev.broadsheet.subscription.exporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.broadsheet.subscription.spreadsheet.SpreadsheetCell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** CSV with a header, which spreadsheets open without running anything in it. */
final class CsvRowWriter implements RowWriter {

    private final CsvWriter csv;

    CsvRowWriter(OutputStream out) {
        this.csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord("email", "newsletters", "status", "consentedAt", "consentSource", "locale", "zone");
    }

    @Override
    public void write(ExportedRow row) {
        csv.writeRecord(Stream.of(
                        row.email(),
                        String.join(";", row.newsletters()),
                        row.status(),
                        row.consentedAt(),
                        row.consentSource(),
                        row.locale(),
                        row.zone())
                .map(cell -> cell == null ? "" : SpreadsheetCell.neutralised(cell))
                .toArray(String[]::new));
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }
}
