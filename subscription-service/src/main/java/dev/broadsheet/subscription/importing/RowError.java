package dev.broadsheet.subscription.importing;

/**
 * What is wrong with a row.
 *
 * @param line where the row starts; the first line of a file is 1
 * @param field the column, or {@code row}
 * @param code stable, for programs
 * @param message for people; never repeats the value
 */
public record RowError(long line, String field, String code, String message) {}
