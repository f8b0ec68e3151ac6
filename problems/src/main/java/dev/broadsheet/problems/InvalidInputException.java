package dev.broadsheet.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The caller sent something that a rule refuses: answered with 400. Unchecked, so that it rolls a transaction back. */
public final class InvalidInputException extends HttpProblem {

    static final URI TYPE = URI.create("urn:broadsheet:problem:invalid-input");

    /** Input can break a rule thousands of times; an answer need not list them all. */
    private static final int MOST_VIOLATIONS = 50;

    /**
     * @param detail a sentence for people
     * @param violations what is wrong field by field; may be empty. The first {@value #MOST_VIOLATIONS} are answered
     */
    public InvalidInputException(String detail, List<Violation> violations) {
        super(builder()
                .withType(TYPE)
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle(Response.Status.BAD_REQUEST.getReasonPhrase())
                .withDetail(detail)
                .with("violations", violations.stream().limit(MOST_VIOLATIONS).toList()));
    }

    /** One field is wrong: its message is the detail too. */
    public static InvalidInputException of(String field, String code, String message) {
        return new InvalidInputException(message, List.of(new Violation(field, code, message)));
    }
}
