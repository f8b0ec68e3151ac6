package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import dev.broadsheet.subscription.address.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is wrong with a draft, field by field. */
final class DraftCheck {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

    private final List<Violation> violations = new ArrayList<>();

    /** {@link InvalidInputException} if anything was wrong. */
    void finish() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException("The newsletter has fields that are wrong.", violations);
        }
    }

    /** @param problem what is wrong if it does not hold: the last part of the violation's code */
    void that(boolean holds, String field, String problem, String message) {
        if (!holds) {
            violations.add(new Violation(field, lastName(field) + "." + problem, message));
        }
    }

    void present(String field, Object value) {
        that(value != null, field, "required", "is missing");
    }

    void presentWhere(boolean needed, String field, Object value) {
        if (needed) {
            present(field, value);
        }
    }

    void onlyWhere(boolean allowed, String field, Object value, String where) {
        that(allowed || value == null, field, "unexpected", "is for " + where + " alone");
    }

    void slug(String field, String value) {
        that(
                value == null || NewsletterRules.isSlug(value),
                field,
                "format",
                "must be lower-case letters and digits with single hyphens between");
    }

    /** One line that shows something, without what surrounds it. */
    String text(String field, String value, int longest) {
        if (value == null || value.codePoints().noneMatch(DraftCheck::shows)) {
            present(field, null);
            return null;
        }
        String text = value.strip();
        that(text.length() <= longest, field, "size", "must be at most " + longest + " characters");
        that(
                text.codePoints().noneMatch(DraftCheck::isRefused),
                field,
                "characters",
                "must not have control characters");
        return text;
    }

    String address(String field, String value) {
        Optional<EmailAddress> address = EmailAddress.parse(value);
        that(address.isPresent(), field, "invalid", "must be an email address");
        return address.map(EmailAddress::typed).orElse(null);
    }

    private static boolean shows(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }

    /** A name stands in the headers of mails, where a line feed would begin another; PostgreSQL cannot store U+0000. */
    private static boolean isRefused(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || codePoint == LEFT_TO_RIGHT_OVERRIDE
                || codePoint == RIGHT_TO_LEFT_OVERRIDE;
    }

    private static String lastName(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
