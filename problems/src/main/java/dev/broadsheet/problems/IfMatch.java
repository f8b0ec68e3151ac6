package dev.broadsheet.problems;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that an editor's program has seen: the condition of a change (RFC 9110, 13.1.1). */
public final class IfMatch {

    public static final String HEADER = "If-Match";

    private static final String ANY = "*";

    /** One after the other, because a tag may hold commas; without backtracking, because a header may be long. */
    private static final Pattern NEXT_TAG = Pattern.compile("\\G((?:W/)?\"[^\"]*+\")(?:[ \\t]*+,[ \\t,]*+|\\z)");

    private final List<String> tags;

    private IfMatch(List<String> tags) {
        this.tags = tags;
    }

    /** Empty without the header: the change has no condition. {@link InvalidInputException} if it holds no tags. */
    public static Optional<IfMatch> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        return Optional.of(new IfMatch(value.equals(ANY) ? List.of(ANY) : tags(value)));
    }

    /** For what cannot be changed without a condition: 428 without the header. */
    public static IfMatch required(String header) {
        return of(header)
                .orElseThrow(() -> new ClientErrorException(
                        "Say with If-Match which version this changes: its ETag as it was read.",
                        Status.PRECONDITION_REQUIRED));
    }

    /** 412 unless this version was seen. A weak tag never matches: a change needs the very version. */
    public void require(long version) {
        if (!tags.contains(ANY) && !tags.contains("\"" + version + "\"")) {
            throw new ClientErrorException(
                    "Someone else saved this first; it is at version " + version
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
                    HEADER, "if-match.format", "If-Match takes the ETag as it was answered, with its quotes.");
        }
        return tags;
    }
}
