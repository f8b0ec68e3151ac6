package dev.broadsheet.article.paging;

import dev.broadsheet.problems.InvalidInputException;
import java.util.regex.Pattern;

/** How many items a page of a list has. */
public final class PageLimit {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,3}");

    private PageLimit() {}

    /** Of the query as it came: REST would answer a limit that is no number with 404. Null where there was none. */
    public static int of(String limit) {
        if (limit == null) {
            return USUAL;
        }
        int number = SHORT_NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST) {
            throw InvalidInputException.of(
                    "limit", "limit.range", "The limit must be a number from 1 to " + MOST + ".");
        }
        return number;
    }
}
