package dev.broadsheet.notification;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Brings mail to the mailbox as mail servers do, and looks into its folders. */
final class ReturnMail {

    static final String HANDLED = "Broadsheet-Handled";
    static final String UNCLEAR = "Broadsheet-Unclear";

    private static final String MAILBOX = "*@broadsheet.example";

    private ReturnMail() {}

    static void deliver(String raw, String to) {
        Properties properties = new Properties();
        // It would be empty, but the test stack's server does not take that.
        properties.setProperty("mail.smtp.from", "mailer-daemon@mx.example.net");
        Session session = Session.getInstance(properties);
        byte[] octets = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("localhost", Integer.getInteger("broadsheet.relays.main.port"), null, null);
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(octets)),
                    new InternetAddress[] {new InternetAddress(to)});
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many mails of a folder hold this text. */
    static long holding(String folder, String text) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("localhost", Integer.getInteger("broadsheet.test.imap.port"), MAILBOX, "any");
            var opened = store.getFolder(folder);
            if (!opened.exists()) {
                return 0;
            }
            opened.open(Folder.READ_ONLY);
            long found = 0;
            for (var mail : opened.getMessages()) {
                String raw = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                String to = String.join(",", mail.getHeader("To") == null ? new String[0] : mail.getHeader("To"));
                found += raw.contains(text) || to.contains(text) ? 1 : 0;
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
