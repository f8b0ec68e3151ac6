package dev.broadsheet.markup;

/** Plain text as HTML. */
final class HtmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private HtmlText() {}

    /** Safe as text and between quotes, whichever they are. */
    static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    /** With U+FFFD for what HTML or UTF-8 has no form for: NUL, and half a surrogate pair. */
    static String wellFormed(String text) {
        StringBuilder wellFormed = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> wellFormed.appendCodePoint(
                        point == 0 || Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point));
        return wellFormed.toString();
    }
}
