package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.problems.InvalidInputException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that an editor's program has seen: the condition of a change (RFC 9110, 13.1.1). */
final class IfMatch {

    static final String HEADER = "If-Match";

    private static final String ANY = "*";

    /** One after the other, because a tag may hold commas; without backtracking, because a header may be long. */
    private static final Pattern NEXT_TAG = Pattern.compile("\\G((?:W/)?\"[^\"]*+\")(?:[ \\t]*+,[ \\t,]*+|\\z)");

    private final List<String> tags;

    private IfMatch(List<String> tags) {
        this.tags = tags;
    }

    /** Of the header as it came; without it nothing can be changed. */
    static IfMatch required(String header) {
        if (header == null) {
            throw new ClientErrorException(
                    "Say with If-Match which version this changes: the ETag of the newsletter as it was read.",
                    Status.PRECONDITION_REQUIRED);
        }
        String value = header.strip();
        return new IfMatch(value.equals(ANY) ? List.of(ANY) : tags(value));
    }

    /** A weak tag never matches: a change needs the very version. */
    void require(int version) {
        if (!tags.contains(ANY) && !tags.contains("\"" + version + "\"")) {
            throw new ClientErrorException(
                    "Someone else saved this newsletter first; it is at version " + version
                            + " now. Read it again and repeat the change.",
                    Status.PRECONDITION_FAILED);
        }
    }

    private static List<String> tags(String list) {
        List<String> tags = new ArrayList<>();
        int end = 0;
        Matcher next = NEXT_TAG.matcher(list);
        while (next.find()) {
            tags.add(next.group(1));
            end = next.end();
        }
        if (tags.isEmpty() || end < list.length()) {
            throw InvalidInputException.of(
                    HEADER,
                    "if-match.format",
                    "If-Match takes the ETag of the newsletter as it was answered, with its quotes.");
        }
        return tags;
    }
}
