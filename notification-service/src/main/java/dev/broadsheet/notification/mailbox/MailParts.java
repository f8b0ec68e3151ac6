package dev.broadsheet.notification.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a mail by their types. Read without content handlers, which are found by the thread's class loader or are
 * not; and no deeper than reports go, since anybody may write to the mailbox.
 */
final class MailParts {

    private static final int DEEPEST = 4;
    private static final int MOST = 50;

    private final MimeMessage mail;
    private final List<MimePart> parts = new ArrayList<>();

    private MailParts(MimeMessage mail) {
        this.mail = mail;
    }

    static MailParts of(MimeMessage mail) throws MessagingException {
        MailParts parts = new MailParts(mail);
        parts.collect(mail, 0);
        return parts;
    }

    /** The first part of one of these types. */
    Optional<MimePart> first(String... types) throws MessagingException {
        for (MimePart part : parts) {
            for (String type : types) {
                if (hasType(part, type)) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }

    /** Header lines of the mail, and of the mail that it gives back. */
    List<String> headerLines() throws MessagingException, IOException {
        List<String> lines = new ArrayList<>(Collections.list(mail.getAllHeaderLines()));
        Optional<MimePart> returned =
                first("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");
        if (returned.isPresent()) {
            lines.addAll(Collections.list(headersIn(returned.get()).getAllHeaderLines()));
        }
        return lines;
    }

    /** What stands at the beginning of a part's content, in the form of a header. */
    static InternetHeaders headersIn(MimePart part) throws MessagingException, IOException {
        return new InternetHeaders(content(part), true);
    }

    /**
     * A part's content, decoded, and whole: who reads reports asks a stream how much it has left. The library takes no
     * encoding of a message for real, because until RFC 6532 there was none; reports come in base64 all the same.
     */
    static InputStream content(MimePart part) throws MessagingException, IOException {
        String encoding = part.getEncoding();
        boolean encoded = "base64".equalsIgnoreCase(encoding) || "quoted-printable".equalsIgnoreCase(encoding);
        try (InputStream content = encoded && part instanceof MimeBodyPart body && hasType(part, "message/*")
                ? MimeUtility.decode(body.getRawInputStream(), encoding)
                : part.getInputStream()) {
            return new ByteArrayInputStream(content.readAllBytes());
        }
    }

    private void collect(MimePart part, int depth) throws MessagingException {
        if (depth > DEEPEST || parts.size() >= MOST) {
            return;
        }
        if (!hasType(part, "multipart/*")) {
            parts.add(part);
            return;
        }
        MimeMultipart multipart = new MimeMultipart(new MimePartDataSource(part));
        int count = Math.min(multipart.getCount(), MOST);
        for (int index = 0; index < count; index++) {
            if (multipart.getBodyPart(index) instanceof MimePart inner) {
                collect(inner, depth + 1);
            }
        }
    }

    private static boolean hasType(MimePart part, String type) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).match(type);
        } catch (ParseException e) {
            return false;
        }
    }
}
