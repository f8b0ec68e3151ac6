package dev.broadsheet.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message as octets. */
public final class MailSource {

    private MailSource() {}

    public static byte[] of(MimeMessage message) throws MessagingException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            message.writeTo(octets);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a mail to memory", e);
        }
        return octets.toByteArray();
    }
}
