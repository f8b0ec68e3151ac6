package dev.broadsheet.localstack.client;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Hands over mail as a service does. */
public final class MailSender {

    private final Session session;

    public MailSender(int port) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        this.session = Session.getInstance(properties);
    }

    public void send(String to, String subject, String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart marked = new MimeBodyPart();
        marked.setText(html, "UTF-8", "html");
        MimeMessage message = new MimeMessage(session);
        message.setFrom("Broadsheet <news@broadsheet.test>");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe", "<http://localhost/u/1>");
        message.setContent(new MimeMultipart("alternative", plain, marked));
        Transport.send(message);
    }
}
