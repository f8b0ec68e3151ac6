package dev.broadsheet.localstack.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mail and what its headers say, read once when it arrives.
 *
 * @param recipients every address it went to, in lower case: those of the envelope and those that it shows
 * @param size octets on the wire
 */
public record HeldMail(
        String id,
        Instant receivedAt,
        Set<String> recipients,
        List<InternetAddress> from,
        List<InternetAddress> to,
        List<InternetAddress> cc,
        List<InternetAddress> replyTo,
        String subject,
        String messageId,
        long size,
        MimeMessage message) {

    static HeldMail of(String id, Instant receivedAt, List<String> envelope, MimeMessage message)
            throws MessagingException {
        List<InternetAddress> to = addresses(message, Message.RecipientType.TO.toString());
        List<InternetAddress> cc = addresses(message, Message.RecipientType.CC.toString());
        Set<String> recipients = new LinkedHashSet<>();
        Stream.concat(envelope.stream(), Stream.concat(to.stream(), cc.stream()).map(InternetAddress::getAddress))
                .map(HeldMail::normalised)
                .forEach(recipients::add);
        return new HeldMail(
                id,
                receivedAt,
                recipients,
                addresses(message, "From"),
                to,
                cc,
                addresses(message, "Reply-To"),
                subjectOf(message),
                messageIdOf(message),
                MailSource.of(message).length,
                message);
    }

    static String normalised(String address) {
        return address.trim().toLowerCase(Locale.ROOT);
    }

    private static List<InternetAddress> addresses(MimeMessage message, String header) throws MessagingException {
        String value = message.getHeader(header, ",");
        if (value == null) {
            return List.of();
        }
        try {
            return Arrays.asList(InternetAddress.parseHeader(MimeUtility.unfold(value), false));
        } catch (AddressException e) {
            // A page for looking at mail has to show the malformed ones above all.
            InternetAddress malformed = new InternetAddress();
            malformed.setAddress(value);
            return List.of(malformed);
        }
    }

    private static String subjectOf(MimeMessage message) throws MessagingException {
        String raw = message.getHeader("Subject", null);
        if (raw == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }

    private static String messageIdOf(MimeMessage message) throws MessagingException {
        String id = message.getMessageID();
        return id == null ? "" : id.trim().replaceAll("^<|>$", "");
    }
}
