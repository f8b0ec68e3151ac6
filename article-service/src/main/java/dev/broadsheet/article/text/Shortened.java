package dev.broadsheet.article.text;

/** A text cut to a length, at a word where there is one. */
public final class Shortened {

    private Shortened() {}

    /** At most so many UTF-16 units, the ellipsis included. */
    public static String of(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int space = text.lastIndexOf(' ', length - 1);
        int end = space > length / 2 ? space : length - 1;
        // Never half of a surrogate pair.
        int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, whole).stripTrailing() + "…";
    }
}
