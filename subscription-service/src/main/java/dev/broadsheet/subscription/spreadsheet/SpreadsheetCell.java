package dev.broadsheet.subscription.spreadsheet;

/**
 * A cell of CSV that a spreadsheet must not run. Spreadsheets take what begins with one of these characters for a formula,
 * in full width too; an apostrophe in front makes it text. Reading takes exactly that apostrophe off again.
 */
public final class SpreadsheetCell {

    private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetCell() {}

    /** As it is written. A text that would be mistaken for one with a protecting apostrophe gets one more. */
    public static String neutralised(String text) {
        return runsBehindApostrophes(text) ? "'" + text : text;
    }

    /** What was meant by a cell. */
    public static String restored(String cell) {
        return cell.startsWith("'") && runsBehindApostrophes(cell) ? cell.substring(1) : cell;
    }

    private static boolean runsBehindApostrophes(String text) {
        int index = 0;
        while (index < text.length() && text.charAt(index) == '\'') {
            index++;
        }
        return index < text.length() && RUNS.indexOf(text.charAt(index)) >= 0;
    }
}
