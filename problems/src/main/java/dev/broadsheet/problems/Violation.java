package dev.broadsheet.problems;

/**
 * What is wrong with one field of a request.
 *
 * @param field path from the body's root, as in {@code authors[0].slug}, or the name of a parameter
 * @param code stable, for programs: the field's last name and what is wrong, as in {@code slug.required}
 * @param message for people; never repeats the value
 */
public record Violation(String field, String code, String message) {}
