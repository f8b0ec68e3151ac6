package dev.broadsheet.article.text;

/** Which characters a text may have. */
public final class TextRules {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
    private static final int NONCHARACTERS = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;
    private static final int PLANE = 0xFFFF;
    private static final int PLANE_NONCHARACTER = 0xFFFE;

    private TextRules() {}

    /** Whether a text shows what it holds, on one line. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(TextRules::isRefused);
    }

    /** Whether a text shows what it holds; line feeds are allowed. */
    public static boolean isPlainLines(String text) {
        return text.codePoints().allMatch(codePoint -> codePoint == '\n' || !isRefused(codePoint));
    }

    /** Whether there is anything to see of a text: of spaces of any width, joiners and marks of direction there is not. */
    public static boolean showsSomething(String text) {
        return text.codePoints().anyMatch(TextRules::shows);
    }

    private static boolean shows(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }

    /**
     * Control characters (PostgreSQL cannot even store U+0000), halves of surrogate pairs, noncharacters (XML cannot carry
     * them, and feeds are XML), and direction overrides, which make a text read otherwise than it is.
     */
    private static boolean isRefused(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || codePoint >= NONCHARACTERS && codePoint <= LAST_NONCHARACTER
                || (codePoint & PLANE) >= PLANE_NONCHARACTER
                || codePoint == LEFT_TO_RIGHT_OVERRIDE
                || codePoint == RIGHT_TO_LEFT_OVERRIDE;
    }
}
