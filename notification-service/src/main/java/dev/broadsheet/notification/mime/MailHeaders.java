package dev.broadsheet.notification.mime;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Header fields, in the order in which they are added. Whatever a value holds, it ends none. */
public final class MailHeaders {

    /** With a numeric zone, which RFC 5322 wants; the JDK's RFC 1123 format writes GMT. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private final StringBuilder fields = new StringBuilder();

    public MailHeaders from(String name, String address) {
        return field("From", Mailbox.named(name, address));
    }

    /** @throws UnwritableAddressException if the address could say more than where the mail goes */
    public MailHeaders to(String address) {
        return field("To", Mailbox.writable(address));
    }

    public MailHeaders subject(String subject) {
        try {
            return field(
                    "Subject", MimeUtility.encodeText(HeaderText.of(subject), StandardCharsets.UTF_8.name(), null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JVM has UTF-8", e);
        }
    }

    public MailHeaders date(Instant date) {
        return field("Date", DATE.format(date.atOffset(ZoneOffset.UTC)));
    }

    /** @param ways addresses in angle brackets; the first takes the POST of RFC 8058 */
    public MailHeaders unsubscribe(String ways) {
        return field("List-Unsubscribe", ways)
                // RFC 8058: mail programs unsubscribe by one POST, without opening a page.
                .field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** The one place that header fields come through: a value is one line of ASCII, which is folded here and nowhere else. */
    public MailHeaders field(String name, String value) {
        if (!isOneLineOfAscii(value)) {
            throw new IllegalArgumentException("More than one line of ASCII for the header field " + name);
        }
        fields.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, value))
                .append("\r\n");
        return this;
    }

    private static boolean isOneLineOfAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    String written() {
        return fields.toString();
    }
}
