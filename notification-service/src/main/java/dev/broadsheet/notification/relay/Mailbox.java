package dev.broadsheet.notification.relay;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An address as the envelope has it.
 *
 * @param path as it stands between the angle brackets, its domain in ASCII; each char is one octet of the UTF-8
 * @param domain in lower case; empty of the null sender
 * @param international whether it needs SMTPUTF8 (RFC 6531)
 */
record Mailbox(String path, String domain, boolean international) {

    /** Empty for what cannot be said in SMTP, such as an address with a line break in it. */
    static Optional<Mailbox> of(String address) {
        int at = address.lastIndexOf('@');
        boolean unspeakable = address.chars().anyMatch(c -> c <= ' ' || c == 127 || c == '<' || c == '>');
        if (unspeakable || at <= 0) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
            String local = address.substring(0, at);
            boolean international = !isAscii(local);
            return domain.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Mailbox((international ? octets(local) : local) + "@" + domain, domain, international));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    /** Of a return path, which may be empty. */
    static Optional<Mailbox> ofSender(String address) {
        return address.isEmpty() ? Optional.of(new Mailbox("", "", false)) : of(address);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** The codec writes chars as single bytes. */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
