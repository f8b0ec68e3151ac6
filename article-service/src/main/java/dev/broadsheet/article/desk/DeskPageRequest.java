package dev.broadsheet.article.desk;

import dev.broadsheet.article.paging.Cursor;
import dev.broadsheet.article.paging.PageLimit;
import dev.broadsheet.problems.InvalidInputException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which page of the desk's list is asked for.
 *
 * @param state empty: articles in any state
 */
record DeskPageRequest(Optional<ArticleState> state, int limit, Cursor after) {

    /** Of the query as it came; null where there was none. */
    static DeskPageRequest of(String state, String limit, String cursor) {
        Optional<ArticleState> known = Optional.ofNullable(state).map(DeskPageRequest::state);
        return new DeskPageRequest(
                known, PageLimit.of(limit), cursor == null ? Cursor.START : Cursor.decode(cursor, list(known)));
    }

    /** What tells this list from others, in its cursors. */
    String list() {
        return list(state);
    }

    private static String list(Optional<ArticleState> state) {
        return "desk " + state.map(Enum::name).orElse("");
    }

    private static ArticleState state(String name) {
        return Arrays.stream(ArticleState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        "state",
                        "state.unknown",
                        "The state must be one of " + Arrays.toString(ArticleState.values()) + "."));
    }
}
