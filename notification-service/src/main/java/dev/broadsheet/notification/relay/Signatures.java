package dev.broadsheet.notification.relay;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Signs mails (DKIM) whose From is of a domain that there is a key for. */
final class Signatures {

    private static final byte[] NONE = {};
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Map<String, DkimKey> keys;

    Signatures(DkimConfig config) {
        this.keys = config.keys().values().stream()
                .collect(Collectors.toMap(key -> key.domain().toLowerCase(Locale.ROOT), DkimKey::of));
    }

    /** The header that goes in front of the mail; empty if there is no key. */
    byte[] of(byte[] content) {
        if (keys.isEmpty()) {
            return NONE;
        }
        int bodyAt = bodyAt(content);
        try {
            // Only the header is parsed. The body is signed as it stands.
            MimeMessage header = new MimeMessage(SESSION, new ByteArrayInputStream(content, 0, bodyAt));
            DkimKey key = keys.get(domain(header));
            if (key == null) {
                return NONE;
            }
            String body = new String(content, bodyAt, content.length - bodyAt, StandardCharsets.UTF_8);
            return (key.sign(header, body) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Not a mail that could be signed", e);
        }
    }

    private static String domain(MimeMessage header) throws MessagingException {
        return header.getFrom() != null && header.getFrom()[0] instanceof InternetAddress from
                ? from.getAddress()
                        .substring(from.getAddress().lastIndexOf('@') + 1)
                        .toLowerCase(Locale.ROOT)
                : "";
    }

    private static int bodyAt(byte[] content) {
        for (int i = 3; i < content.length; i++) {
            if (content[i] == '\n' && content[i - 1] == '\r' && content[i - 2] == '\n' && content[i - 3] == '\r') {
                return i + 1;
            }
        }
        return content.length;
    }
}
