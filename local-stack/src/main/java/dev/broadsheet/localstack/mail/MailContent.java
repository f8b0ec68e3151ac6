package dev.broadsheet.localstack.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The readable parts of a mail; each is empty when the mail has none. */
public record MailContent(String text, String html, List<Attachment> attachments) {

    private static final int SNIPPET_LENGTH = 250;

    public record Attachment(String fileName, String contentType, long size) {}

    public static MailContent of(HeldMail mail) throws MessagingException, IOException {
        Collector collector = new Collector();
        collector.take(mail.message());
        return new MailContent(
                collector.text.toString(), collector.html.toString(), List.copyOf(collector.attachments));
    }

    /** The beginning of the text, on one line. */
    public String snippet() {
        String source = text.isBlank() ? withoutMarkup(html) : text;
        String line = source.replaceAll("\\s+", " ").trim();
        return line.length() <= SNIPPET_LENGTH ? line : line.substring(0, SNIPPET_LENGTH) + "…";
    }

    private static String withoutMarkup(String html) {
        return html.replaceAll("(?is)<(style|script|title|head)\\b.*?</\\1>", " ")
                .replaceAll("(?s)<[^>]*>", " ");
    }

    private static final class Collector {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();

        void take(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
                for (int index = 0; index < multipart.getCount(); index++) {
                    BodyPart child = multipart.getBodyPart(index);
                    take(child);
                }
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(new Attachment(
                        part.getFileName() == null ? "" : part.getFileName(),
                        new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT),
                        Math.max(0, part.getSize())));
            } else if (part.isMimeType("text/html")) {
                html.append(decoded(part));
            } else if (part.isMimeType("text/plain")) {
                text.append(decoded(part));
            }
        }

        private static String decoded(Part part) throws MessagingException, IOException {
            try (InputStream content = part.getInputStream()) {
                return new String(content.readAllBytes(), charsetOf(part));
            }
        }

        private static Charset charsetOf(Part part) throws MessagingException {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            try {
                return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            } catch (IllegalArgumentException e) {
                return StandardCharsets.UTF_8;
            }
        }
    }
}
