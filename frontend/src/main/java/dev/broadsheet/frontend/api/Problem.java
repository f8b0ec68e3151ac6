package dev.broadsheet.frontend.api;

import java.util.List;

/** What the site needs of the API's problem answers (RFC 9457). */
public record Problem(String type, List<Violation> violations) {

    static final Problem WITHOUT_DETAILS = new Problem(null, null);

    public Problem {
        violations = violations == null ? List.of() : List.copyOf(violations);
    }

    /** What is wrong with one field, for programs. */
    public record Violation(String field, String code) {}
}
