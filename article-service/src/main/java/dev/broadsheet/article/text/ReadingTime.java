package dev.broadsheet.article.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How long a text takes to read.
 *
 * @param words runs between spaces that have a letter or a digit
 * @param minutes whole minutes, rounded up, at least one
 */
public record ReadingTime(int words, int minutes) {

    /**
     * Silent reading of English non-fiction by adults: the average over 190 studies. M. Brysbaert, "How many words do we
     * read per minute? A review and meta-analysis of reading rate", Journal of Memory and Language 109, 2019.
     */
    static final int WORDS_PER_MINUTE = 238;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Predicate<String> IS_WORD = run -> run.codePoints().anyMatch(Character::isLetterOrDigit);

    public static ReadingTime of(List<String> plainTexts) {
        int words = Math.toIntExact(plainTexts.stream()
                .flatMap(text -> Arrays.stream(SPACES.split(text)))
                .filter(IS_WORD)
                .count());
        int minutes = (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;
        return new ReadingTime(words, Math.max(1, minutes));
    }
}
