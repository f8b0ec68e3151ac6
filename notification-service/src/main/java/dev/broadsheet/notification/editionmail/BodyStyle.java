package dev.broadsheet.notification.editionmail;

import java.util.Map;

/** Dresses an article's body: several mail programs know no styles but those at the elements. */
final class BodyStyle {

    private static final Map<String, String> STYLES = Map.of(
            "<p>", "<p style=\"margin:0 0 16px;\">",
            "<h2>", "<h2 style=\"margin:24px 0 8px;font-size:20px;line-height:1.3;\">",
            "<blockquote>",
                    "<blockquote class=\"line\" style=\"margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #8a94a6;"
                            + "font-style:italic;\">",
            "<ul>", "<ul style=\"margin:0 0 16px;padding:0 0 0 24px;\">",
            "<li>", "<li style=\"margin:0 0 8px;\">",
            "<a href=", "<a class=\"link\" style=\"color:#1a4f9c;\" href=");

    private BodyStyle() {}

    /** Every tag in it is the markup module's own: what an author typed was escaped. */
    static String inline(String html) {
        String dressed = html;
        for (Map.Entry<String, String> style : STYLES.entrySet()) {
            dressed = dressed.replace(style.getKey(), style.getValue());
        }
        return dressed;
    }
}
