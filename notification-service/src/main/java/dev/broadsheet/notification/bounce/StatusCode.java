package dev.broadsheet.notification.bounce;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code (RFC 3463; registry: IANA, "SMTP Enhanced Status Codes", begun by RFC 5248).
 *
 * <p>Hard is only what says that this very mailbox will never take mail. Whatever else is permanent is so for this mail: the
 * mailbox is full (5.2.2), the mail too long (5.2.3, 5.3.4), its content or our server refused (5.7.x), a sender of ours not
 * accepted (5.1.7, 5.1.8), or nobody says why (5.0.0). Those are soft; several of them end the mail too.
 */
public record StatusCode(String text) {

    private static final Pattern CODE = Pattern.compile("(?<![0-9.])([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?![0-9.])");

    private static final Set<String> HARD = Set.of(
            // RFC 3463, 3.2: no such mailbox; no such domain; no such address can be; moved, and nobody knows where to.
            "5.1.1",
            "5.1.2",
            "5.1.3",
            "5.1.6",
            // RFC 7505, 4.2: the domain says that it takes no mail at all (null MX).
            "5.1.10",
            // RFC 3463, 3.3: the mailbox is disabled, and not for a while, which would be a 4.2.1.
            "5.2.1",
            // RFC 7293, 14: the mailbox or its domain belongs to somebody else now.
            "5.7.17",
            "5.7.18");

    /** The first code in a text such as {@code 5.1.1 (bad destination mailbox)} or {@code smtp; 550-5.1.1 no such user}. */
    public static Optional<StatusCode> in(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(text);
        return code.find() ? Optional.of(new StatusCode(code.group())) : Optional.empty();
    }

    public boolean isHard() {
        return HARD.contains(text);
    }

    /** Whether it says nothing but that it failed (x.0.0). */
    public boolean isVague() {
        return text.endsWith(".0.0");
    }
}
