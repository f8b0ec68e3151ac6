package dev.broadsheet.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.notification.ReturnedMails;
import dev.broadsheet.notification.bounce.Report;
import dev.broadsheet.notification.bounce.Report.What;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.notification.mail.TestReturnPaths;
import dev.broadsheet.outbox.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailFindingsTest {

    private static final Instant AT = Instant.parse("2026-03-03T05:00:38Z");
    private static final String TOKEN = "eyJzIjoiMDE5YWFiZTIifQ.Zm9yLWV4YW1wbGVzLW9ubHk-1.c2lnbmF0dXJlXw";

    private final ReturnPaths returnPaths = TestReturnPaths.signedBy("a");
    private final MailFindings findings = new MailFindings(returnPaths);
    private final UUID subscriber = Ids.next();
    private final UUID mail = Ids.next();
    private final String path = returnPaths.of(subscriber, mail);

    @ParameterizedTest
    @CsvSource({"5.1.1, HARD", "5.2.1, HARD", "5.2.2, SOFT", "4.4.7, SOFT", "5.7.1, SOFT"})
    void aReportOfAMailThatFailedIsABounce(String status, What what) {
        assertThat(in(ReturnedMails.likePostfix(path, status, "failed"))).isEqualTo(reported(what, status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
    void aReportOfAnythingElseIsNone(String action) {
        assertThat(in(ReturnedMails.likePostfix(path, "4.4.1", action))).isEqualTo(new Finding.Nothing());
    }

    @Test
    void theReportIsReadHoweverItIsWrapped() {
        assertThat(in(ReturnedMails.likeExchange(path))).isEqualTo(reported(What.HARD, "5.1.10"));
        assertThat(in(ReturnedMails.likeGmail(path))).isEqualTo(reported(What.HARD, "5.1.1"));
    }

    @Test
    void aReportWithoutAStatusIsASoftBounce() {
        String mailWithout = ReturnedMails.likePostfix(path, "5.1.1", "failed")
                .replaceAll("(?m)^Status:.*\n", "")
                .replaceAll("(?m)^Diagnostic-Code:.*\n", "Diagnostic-Code: smtp; 550 rejected\n");

        assertThat(in(mailWithout)).isEqualTo(reported(What.SOFT, null));
    }

    @Test
    void anAddressThatIsNotSignedByUsCountsForNobody() {
        String forged = TestReturnPaths.signedBy("b").of(subscriber, mail);

        assertThat(in(ReturnedMails.likePostfix(forged, "5.1.1", "failed"))).isEqualTo(new Finding.Unclear());
        assertThat(in(ReturnedMails.complaint(forged, "abuse"))).isEqualTo(new Finding.Unclear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abuse", "Abuse", "fraud", "opt-out"})
    void aReadersReportIsAComplaint(String type) {
        assertThat(in(ReturnedMails.complaint(path, type))).isEqualTo(reported(What.COMPLAINT, null));
    }

    @Test
    void theEnvelopeMayStandInTheReportAlone() {
        String redacted = ReturnedMails.complaint("redacted", "abuse")
                .replace("Original-Rcpt-To:", "Original-Mail-From: <" + path + ">\nOriginal-Rcpt-To:");

        assertThat(in(redacted)).isEqualTo(reported(What.COMPLAINT, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-spam", "auth-failure", "virus", "something-new"})
    void whatMachinesTellEachOtherIsNone(String type) {
        assertThat(in(ReturnedMails.complaint(path, type))).isEqualTo(new Finding.Nothing());
    }

    @Test
    void anAutomaticReplyIsNoBounce() {
        assertThat(in(ReturnedMails.automaticReply(path))).isEqualTo(new Finding.Nothing());
    }

    @Test
    void aPersonsMailIsUnclear() {
        assertThat(in(ReturnedMails.ordinary(path))).isEqualTo(new Finding.Unclear());
        assertThat(in(ReturnedMails.ordinary("unsubscribe@returns.broadsheet.example")))
                .isEqualTo(new Finding.Unclear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN,
                "unsubscribe " + TOKEN,
                "Unsubscribe: " + TOKEN,
                "eyJzIjoiMDE5YWFiZTIifQ.\n Zm9yLWV4YW1wbGVzLW9ubHk-1.\n c2lnbmF0dXJlXw",
                "=?UTF-8?Q?eyJzIjoiMDE5YWFiZTIifQ.Zm9yLWV4YW1wbGVzLW9ubHk-1?=\n =?UTF-8?Q?.c2lnbmF0dXJlXw?="
            })
    void aTokenInTheSubjectAsksToLeave(String subject) {
        String asked =
                ReturnedMails.unsubscribe("<Unsubscribe@Returns.broadsheet.example>", subject, "<1@example.net>");

        assertThat(in(asked)).isEqualTo(new Finding.Leaving(TOKEN, "<1@example.net>", AT));
    }

    @Test
    void aTokenElsewhereAsksNothing() {
        assertThat(in(ReturnedMails.unsubscribe("hello@returns.broadsheet.example", TOKEN, "<1@example.net>")))
                .isEqualTo(new Finding.Unclear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "no header at all",
                "Content-Type: multipart/report; report-type=delivery-status\n\nno boundary",
                "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\n--x--",
                "Content-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x",
                "Content-Type: ;;;\nSubject: =?bogus?Q?=ZZ?=\nTo: unsubscribe@returns.broadsheet.example\n\n",
                "Content-Transfer-Encoding: base64\nContent-Type: message/feedback-report\n\n!!!!"
            })
    void poisonIsNeverAReport(String raw) {
        assertThat(inOrUnreadable(raw)).isIn(new Finding.Unclear(), new Finding.Nothing());
    }

    private Finding reported(What what, String status) {
        return new Finding.Reported(new Report(subscriber, mail, what, status, AT));
    }

    /** What cannot be read is moved aside by the reader of the mailbox, like what is not understood. */
    private Finding inOrUnreadable(String raw) {
        try {
            return findings.of(message(raw), AT);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Finding.Unclear();
        }
    }

    private Finding in(String raw) {
        try {
            return findings.of(message(raw), AT);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage message(String raw) throws MessagingException {
        byte[] octets = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
    }
}
