package dev.broadsheet.article.reading;

import dev.broadsheet.article.paging.Cursor;
import dev.broadsheet.article.paging.PageLimit;
import dev.broadsheet.article.text.TextRules;
import dev.broadsheet.problems.InvalidInputException;
import java.util.Optional;

/**
 * Which page of which list is asked for.
 *
 * @param search the words that are searched; empty for the list of all that the filter lets through
 */
record PageRequest(ArticleFilter filter, Optional<String> search, int limit, Cursor after) {

    private static final int LONGEST_SEARCH = 200;

    /** Of the query as it came; null where there was none. */
    static PageRequest of(ArticleFilter filter, String search, String limit, String cursor) {
        Optional<String> words = Optional.ofNullable(search).filter(text -> !text.isBlank());
        words.ifPresent(PageRequest::requireSearchable);
        return new PageRequest(
                filter,
                words,
                PageLimit.of(limit),
                cursor == null ? Cursor.START : Cursor.decode(cursor, list(filter, words)));
    }

    /** What tells this list from others, in its cursors. */
    String list() {
        return list(filter, search);
    }

    private static String list(ArticleFilter filter, Optional<String> search) {
        return String.join(" ", filter.places()) + "\n" + search.orElse("");
    }

    private static void requireSearchable(String search) {
        if (search.length() > LONGEST_SEARCH) {
            throw InvalidInputException.of(
                    "q", "q.size", "The search must be at most " + LONGEST_SEARCH + " characters long.");
        }
        if (!TextRules.isPlain(search)) {
            throw InvalidInputException.of(
                    "q", "q.noControlCharacters", "The search must not have control characters.");
        }
    }
}
