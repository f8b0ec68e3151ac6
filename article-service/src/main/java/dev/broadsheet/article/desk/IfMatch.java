package dev.broadsheet.article.desk;

import dev.broadsheet.problems.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Empty without the header: the change has no condition. */
    static Optional<IfMatch> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        return Optional.of(new IfMatch(value.equals(ANY) ? List.of(ANY) : tags(value)));
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
                    "If-Match takes the ETag of the article as it was answered, with its quotes.");
        }
        return tags;
    }

    /** A weak tag never matches: a change needs the very version. */
    boolean allows(long version) {
        return tags.contains(ANY) || tags.contains("\"" + version + "\"");
    }
}
