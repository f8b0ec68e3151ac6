package dev.broadsheet.notification.mime;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An address that stands in a header and in an SMTP command as it is. */
public final class Mailbox {

    /** RFC 5321's dot-string and a domain in ASCII: what subscription-service lets in. */
    private static final Pattern WRITABLE =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");

    private Mailbox() {}

    public static boolean isWritable(String address) {
        return WRITABLE.matcher(address).matches();
    }

    /** @throws UnwritableAddressException if the address could say more than where the mail goes */
    static String writable(String address) {
        if (!isWritable(address)) {
            throw new UnwritableAddressException();
        }
        return address;
    }

    /** With a name: quoted or encoded where it has to be. */
    static String named(String name, String address) {
        try {
            return new InternetAddress(writable(address), HeaderText.of(name), StandardCharsets.UTF_8.name())
                    .toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JVM has UTF-8", e);
        }
    }
}
