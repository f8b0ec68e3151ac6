package dev.broadsheet.article.articles;

import dev.broadsheet.problems.InvalidInputException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which page of a list is asked for. */
record PageRequest(int limit, Optional<ArticleCursor> after) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,3}");

    /** Of the query as it came: REST would answer a limit that is no number with 404. Null where there was none. */
    static PageRequest of(String limit, String cursor) {
        return new PageRequest(
                limit == null ? USUAL : checkedLimit(limit),
                Optional.ofNullable(cursor).map(ArticleCursor::decode));
    }

    private static int checkedLimit(String limit) {
        int number = SHORT_NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST) {
            throw InvalidInputException.of(
                    "limit", "limit.range", "The limit must be a number from 1 to " + MOST + ".");
        }
        return number;
    }
}
