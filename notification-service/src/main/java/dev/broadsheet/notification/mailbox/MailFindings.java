package dev.broadsheet.notification.mailbox;

import dev.broadsheet.notification.bounce.Report;
import dev.broadsheet.notification.bounce.StatusCode;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.notification.mail.ReturnPaths.Returned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the mails that arrive in the mailbox. Anybody can write to it, so a report counts for the reader whose signed
 * return path it names, anywhere in its own header or in that of the mail that it gives back, and for nobody else. A
 * Message-ID proves nothing: whoever forwards a mail shows it.
 */
@ApplicationScoped
class MailFindings {

    /** RFC 5965's types, and older ones, by which a reader says: no more of this. The others are talk among machines. */
    private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "opt-out", "opt-out-list");

    /** Long tokens are folded on their way; where, nobody knows. */
    private static final Pattern TOKEN = Pattern.compile("(?i:unsubscribe:?)?([A-Za-z0-9._~=-]{16,1024})");

    private static final String[] RECIPIENT_HEADERS = {
        "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"
    };

    private final ReturnPaths returnPaths;

    MailFindings(ReturnPaths returnPaths) {
        this.returnPaths = returnPaths;
    }

    /**
     * @param at when it arrived
     * @throws MessagingException if it is no mail that can be read
     */
    Finding of(MimeMessage mail, Instant at) throws MessagingException, IOException {
        MailParts parts = MailParts.of(mail);
        Optional<Returned> returned = returned(parts);
        Optional<MimePart> deliveryStatus = parts.first("message/delivery-status", "message/global-delivery-status");
        if (deliveryStatus.isPresent()) {
            DeliveryReport report = DeliveryReport.in(deliveryStatus.get());
            return report.failed() ? reported(returned, what(report), report.status(), at) : new Finding.Nothing();
        }
        Optional<MimePart> feedback = parts.first("message/feedback-report");
        if (feedback.isPresent()) {
            return feedback(feedback.get(), returned, at);
        }
        Optional<String> token = token(mail);
        if (token.isPresent()) {
            return new Finding.Leaving(token.get(), mail.getMessageID(), at);
        }
        boolean automatic = isAutomatic(mail)
                || parts.first("message/disposition-notification").isPresent();
        return automatic ? new Finding.Nothing() : new Finding.Unclear();
    }

    private Finding feedback(MimePart part, Optional<Returned> returned, Instant at)
            throws MessagingException, IOException {
        var fields = MailParts.headersIn(part);
        String type = fields.getHeader("Feedback-Type", null);
        if (type == null || !COMPLAINTS.contains(type.strip().toLowerCase(Locale.ROOT))) {
            return new Finding.Nothing();
        }
        Optional<Returned> named = returned.or(() -> returnPaths.parse(fields.getHeader("Original-Mail-From", null)));
        return reported(named, Report.What.COMPLAINT, Optional.empty(), at);
    }

    private static Finding reported(
            Optional<Returned> returned, Report.What what, Optional<StatusCode> status, Instant at) {
        return returned.<Finding>map(mail -> new Finding.Reported(new Report(
                        mail.subscriber(),
                        mail.mail(),
                        what,
                        status.map(StatusCode::text).orElse(null),
                        at)))
                .orElseGet(Finding.Unclear::new);
    }

    private static Report.What what(DeliveryReport report) {
        return report.status().filter(StatusCode::isHard).isPresent() ? Report.What.HARD : Report.What.SOFT;
    }

    private Optional<Returned> returned(MailParts parts) throws MessagingException, IOException {
        return parts.headerLines().stream()
                .map(returnPaths::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> token(MimeMessage mail) throws MessagingException, IOException {
        String subject = mail.getHeader("Subject", null);
        if (subject == null || !isToUnsubscribe(mail)) {
            return Optional.empty();
        }
        String text = MimeUtility.decodeText(MimeUtility.unfold(subject)).replaceAll("\\s", "");
        Matcher token = TOKEN.matcher(text);
        return token.matches() ? Optional.of(token.group(1)) : Optional.empty();
    }

    private boolean isToUnsubscribe(MimeMessage mail) throws MessagingException {
        String address = returnPaths.unsubscribeAddress().toLowerCase(Locale.ROOT);
        for (String header : RECIPIENT_HEADERS) {
            String value = mail.getHeader(header, ",");
            if (value != null && value.toLowerCase(Locale.ROOT).contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 3834, and what programs did before it. */
    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String submitted = mail.getHeader("Auto-Submitted", null);
        String precedence = mail.getHeader("Precedence", null);
        return submitted != null && !submitted.strip().toLowerCase(Locale.ROOT).startsWith("no")
                || mail.getHeader("X-Autoreply") != null
                || mail.getHeader("X-Auto-Response-Suppress") != null
                || precedence != null && precedence.strip().equalsIgnoreCase("auto_reply");
    }
}
