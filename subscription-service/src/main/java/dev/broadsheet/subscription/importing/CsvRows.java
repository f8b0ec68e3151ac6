package dev.broadsheet.subscription.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import dev.broadsheet.subscription.spreadsheet.SpreadsheetCell;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of a CSV body (RFC 4180) whose first record names the columns. */
final class CsvRows implements RowSource {

    private static final Map<String, String> COLUMNS = RowFields.COLUMNS.stream()
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    /** A file without a header begins with a reader, whose address must not be answered. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_ -]{1,40}");

    private static final Pattern SLUG_SEPARATOR = Pattern.compile("[;\\s]+");

    private final CsvReaderBuilder csv = CsvReader.builder();
    private final RecordReader records;
    private final RowRules rules;
    private final List<String> header;

    /** Reads the header; {@link InvalidInputException} if it is none. */
    CsvRows(InputStream body, RowRules rules) throws IOException {
        this.records = new RecordReader(body, true);
        this.rules = rules;
        this.header = header(records.next());
    }

    @Override
    public CheckedRow next() throws IOException {
        RawRecord record = records.next();
        if (record == null) {
            return null;
        }
        if (record.error() != null) {
            return CheckedRow.refused(record.error());
        }
        String[] cells = cellsOf(record.text());
        if (cells.length != header.size()) {
            return CheckedRow.refused(new RowError(
                    record.line(), "row", "row.fields", "The row has not as many fields as the header has columns."));
        }
        return rules.check(record.line(), fieldsOf(cells));
    }

    private String[] cellsOf(String record) {
        return csv.ofSingleCsvRecord(StringArrayHandler.of(), record);
    }

    private RowFields fieldsOf(String[] cells) {
        String newsletters = cell("newsletters", cells);
        return new RowFields(
                cell("email", cells),
                newsletters == null
                        ? null
                        : SLUG_SEPARATOR
                                .splitAsStream(newsletters)
                                .filter(slug -> !slug.isEmpty())
                                .toList(),
                cell("status", cells),
                cell("consentedAt", cells),
                cell("consentSource", cells),
                cell("locale", cells),
                cell("zone", cells));
    }

    private String cell(String column, String[] cells) {
        int index = header.indexOf(column);
        return index < 0 ? null : SpreadsheetCell.restored(cells[index]);
    }

    private List<String> header(RawRecord first) {
        if (first == null || first.error() != null) {
            throw InvalidInputException.of("header", "header.required", "The first line must name the columns.");
        }
        String[] names = cellsOf(first.text());
        List<Violation> violations = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int index = 0; index < names.length; index++) {
            String name = names[index].strip();
            String column = COLUMNS.get(name.toLowerCase(Locale.ROOT));
            String shown = HARMLESS.matcher(name).matches() ? name : "column " + (index + 1);
            if (column == null) {
                violations.add(new Violation(shown, "column.unknown", "There is no such column."));
            } else if (columns.contains(column)) {
                violations.add(new Violation(shown, "column.repeated", "The column is there twice."));
            }
            columns.add(column);
        }
        if (!columns.contains("email")) {
            violations.add(new Violation("email", "column.required", "The column is missing."));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(
                    "The first line must name the columns: " + String.join(", ", RowFields.COLUMNS) + ".", violations);
        }
        return columns;
    }
}
