package dev.broadsheet.notification.mailbox;

import dev.broadsheet.notification.bounce.StatusCode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * What a delivery status notification says (RFC 3464).
 *
 * @param failed whether a mail will not be delivered; otherwise it was, or is late
 * @param status why; empty where the report gives no enhanced status code
 */
record DeliveryReport(boolean failed, Optional<StatusCode> status) {

    static DeliveryReport in(MimePart part) throws MessagingException, IOException {
        DeliveryStatus report = new DeliveryStatus(MailParts.content(part));
        for (int index = 0; index < report.getRecipientDSNCount(); index++) {
            InternetHeaders recipient = report.getRecipientDSN(index);
            if ("failed".equalsIgnoreCase(field(recipient, "Action"))) {
                return new DeliveryReport(true, status(recipient));
            }
        }
        return new DeliveryReport(false, Optional.empty());
    }

    /** The one of the field made for it, unless another field knows more than that it failed. */
    private static Optional<StatusCode> status(InternetHeaders recipient) {
        Optional<StatusCode> status = failure(field(recipient, "Status"));
        Optional<StatusCode> diagnostic = failure(field(recipient, "Diagnostic-Code"));
        return status.filter(code -> !code.isVague()).or(() -> diagnostic).or(() -> status);
    }

    private static Optional<StatusCode> failure(String text) {
        return StatusCode.in(text).filter(code -> !code.text().startsWith("2"));
    }

    private static String field(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
