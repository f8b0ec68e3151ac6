package dev.broadsheet.article.text;

import com.github.slugify.Slugify;
import java.util.Locale;
import java.util.Optional;

/** Makes a name for addresses out of a text, in any script. */
public final class SlugText {

    /** Leaves room for the number of a suffix within the 120 characters of a slug. */
    private static final int LONGEST = 100;

    /** With a locale of its own: in the server's, a slug would depend on where it runs ("ö" is "oe" in a German one). */
    private static final Slugify SLUGIFY = Slugify.builder()
            .locale(Locale.ENGLISH)
            .transliterator(true)
            .customReplacement("_", "-")
            .build();

    private SlugText() {}

    /** Of whole words where it has to be cut; empty if the text has neither letters nor digits. */
    public static Optional<String> of(String text) {
        String whole = SLUGIFY.slugify(text);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        if (whole.length() <= LONGEST) {
            return Optional.of(whole);
        }
        int hyphen = whole.lastIndexOf('-', LONGEST);
        return Optional.of(whole.substring(0, hyphen > 0 ? hyphen : LONGEST));
    }
}
