package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** A mail as Angus Mail reads it: what jakarta.mail programs make of our bytes. */
public final class ParsedMail {

    private final MimeMessage message;

    private ParsedMail(MimeMessage message) {
        this.message = message;
    }

    /** Reads a mail whose bytes are as RFC 5322 and RFC 2045 want them. */
    public static ParsedMail of(byte[] content) {
        assertIsWellFormed(content);
        try {
            return new ParsedMail(
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertIsWellFormed(byte[] content) {
        String source = new String(content, StandardCharsets.ISO_8859_1);
        assertThat(source.replace("\r\n", "")).matches("[\\x20-\\x7e\\t]*");
        assertThat(source).endsWith("\r\n");
        int endOfHeader = source.indexOf("\r\n\r\n");
        assertThat(source.substring(0, endOfHeader).split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(source.substring(endOfHeader).split("\r\n"))
                .allMatch(line -> line.length() <= 76)
                .noneMatch(line -> line.endsWith(" "));
    }

    public String subject() {
        return ask(MimeMessage::getSubject);
    }

    public InternetAddress from() {
        return (InternetAddress) ask(MimeMessage::getFrom)[0];
    }

    public List<String> recipients() {
        return Arrays.stream(ask(MimeMessage::getAllRecipients))
                .map(Address::toString)
                .toList();
    }

    /** The one value of the header, without the line ends of folding; null if there is none. */
    public String header(String name) {
        String[] values = ask(it -> it.getHeader(name));
        if (values == null) {
            return null;
        }
        assertThat(values).hasSize(1);
        return values[0].replaceAll("\r\n(?=[ \t])", "");
    }

    public List<String> headerNames() {
        return Collections.list(ask(MimeMessage::getAllHeaders)).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }

    public String text() {
        return part(0, "text/plain");
    }

    public String html() {
        return part(1, "text/html");
    }

    private String part(int index, String type) {
        return ask(it -> {
            assertThat(it.isMimeType("multipart/alternative")).isTrue();
            MimeMultipart parts = (MimeMultipart) it.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            Part part = parts.getBodyPart(index);
            assertThat(part.isMimeType(type)).isTrue();
            assertThat(part.getContentType()).containsIgnoringCase("charset=UTF-8");
            return part.getContent().toString().replace("\r\n", "\n");
        });
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.of(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Question<T> {
        T of(MimeMessage message) throws MessagingException, IOException;
    }
}
