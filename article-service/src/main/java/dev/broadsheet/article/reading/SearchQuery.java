package dev.broadsheet.article.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into a search field: words, "a phrase", -without, either or other. The last word may be unfinished.
 *
 * @param all as typed
 * @param finished what stands before the last word; empty if there is nothing
 * @param beginning letters and digits that a word may begin with; empty if the last thing typed is no bare word
 */
record SearchQuery(String all, String finished, String beginning) {

    /** Not behind a quotation mark or a minus: those words are meant as they stand. */
    private static final Pattern LAST_WORD =
            Pattern.compile("(?<before>|.*[^-\"\\p{L}\\p{M}\\p{N}])(?<word>[\\p{L}\\p{M}\\p{N}]+)\\s*");

    static SearchQuery of(String typed) {
        Matcher lastWord = LAST_WORD.matcher(typed);
        boolean insidePhrase =
                typed.chars().filter(character -> character == '"').count() % 2 == 1;
        if (insidePhrase || !lastWord.matches()) {
            return new SearchQuery(typed, typed, "");
        }
        return new SearchQuery(typed, lastWord.group("before"), lastWord.group("word"));
    }
}
