package dev.broadsheet.notification.paging;

import dev.broadsheet.problems.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which part of a list is asked for.
 *
 * @param list the list's name, which its cursors are bound to
 * @param after the last item already seen; empty at the start
 * @param limit how many items, at most
 */
public record PageRequest(String list, Optional<Cursor> after, int limit) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,3}");

    /** Of the query as it came: REST would answer a limit that is no number with 404. Null where there was none. */
    public static PageRequest of(String list, String cursor, String limit) {
        return new PageRequest(
                list, Optional.ofNullable(cursor).map(text -> Cursor.decode(text, list)), numberIn(limit));
    }

    /** One more than the page shows: whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /**
     * @param rows up to {@link #rows()} of the list, from after the cursor on
     * @param place where an item stands in the list
     */
    public <T> Page<T> pageOf(List<T> rows, Function<T, Cursor> place) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, place.apply(items.get(limit - 1)).encoded(list));
    }

    private static int numberIn(String limit) {
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
