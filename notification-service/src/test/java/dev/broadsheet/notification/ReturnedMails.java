package dev.broadsheet.notification;

/** Mails as mail servers and mailbox providers write them, in the forms that RFC 3464, RFC 5965 and RFC 3834 give. */
public final class ReturnedMails {

    private ReturnedMails() {}

    /** As Postfix returns a mail: the whole of it, with the code in the field that is made for it. */
    public static String likePostfix(String returnPath, String status, String action) {
        return """
                Return-Path: <>
                Date: Tue, 3 Mar 2026 06:00:12 +0100 (CET)
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %1$s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="4F2B1C0A9D.1772514012/mx.example.net"
                Content-Transfer-Encoding: 8bit
                Message-Id: <20260303050012.7C1D0C0A9E@mx.example.net>

                This is a MIME-encapsulated message.

                --4F2B1C0A9D.1772514012/mx.example.net
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.example.net. Your message could not be
                delivered to one or more recipients.

                --4F2B1C0A9D.1772514012/mx.example.net
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                X-Postfix-Queue-ID: 4F2B1C0A9D
                X-Postfix-Sender: rfc822; %1$s
                Arrival-Date: Tue,  3 Mar 2026 06:00:10 +0100 (CET)

                Final-Recipient: rfc822; someone@example.net
                Original-Recipient: rfc822;someone@example.net
                Action: %3$s
                Status: %2$s
                Remote-MTA: dns; store.example.net
                Diagnostic-Code: smtp; 550 %2$s <someone@example.net>: Recipient address
                    rejected

                --4F2B1C0A9D.1772514012/mx.example.net
                Content-Description: Undelivered Message
                Content-Type: message/rfc822
                Content-Transfer-Encoding: 8bit

                Return-Path: <%1$s>
                Date: Tue, 3 Mar 2026 05:00:00 +0000
                From: The Morning Brief <morning-brief@news.example.com>
                To: someone@example.net
                Subject: Port strike ends after nine days
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Dockworkers accept a two-year deal.

                --4F2B1C0A9D.1772514012/mx.example.net--
                """.formatted(returnPath, status, action);
    }

    /** As Exchange does: HTML for people, the address of the mailbox only in what came from outside. */
    public static String likeExchange(String returnPath) {
        return """
                From: <postmaster@corp.example.org>
                To: <%1$s>
                Date: Tue, 3 Mar 2026 05:00:31 +0000
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="9b0d5c8e-6a4f-4d0e-8f55-0f6b2d1c7a11"
                X-MS-Exchange-Message-Is-Ndr:
                Content-Language: en-US
                Message-ID: <d2f4a9c0-7b1e-4c52-9f6a-3e8d5b7a1c20@corp.example.org>
                In-Reply-To: <0b7f2d5e@news.example.com>
                Subject: Undeliverable: Port strike ends after nine days
                Auto-Submitted: auto-replied
                MIME-Version: 1.0

                --9b0d5c8e-6a4f-4d0e-8f55-0f6b2d1c7a11
                Content-Type: multipart/alternative; differences=Content-Type;
                	boundary="5c1e7a90-inner"

                --5c1e7a90-inner
                Content-Type: text/plain; charset="us-ascii"
                Content-Transfer-Encoding: quoted-printable

                Your message wasn't delivered. The address couldn't be found.=20

                --5c1e7a90-inner
                Content-Type: text/html; charset="us-ascii"
                Content-Transfer-Encoding: quoted-printable

                <p>Your message wasn't delivered.</p>

                --5c1e7a90-inner--

                --9b0d5c8e-6a4f-4d0e-8f55-0f6b2d1c7a11
                Content-Type: message/delivery-status
                Content-Transfer-Encoding: base64

                UmVwb3J0aW5nLU1UQTogZG5zO21haWwwMS5jb3JwLmV4YW1wbGUub3JnClJlY2VpdmVkLUZyb20t
                TVRBOiBkbnM7cmVsYXkubmV3cy5leGFtcGxlLmNvbQpBcnJpdmFsLURhdGU6IFR1ZSwgMyBNYXIg
                MjAyNiAwNTowMDozMCArMDAwMAoKRmluYWwtUmVjaXBpZW50OiByZmM4MjI7c29tZW9uZUBjb3Jw
                LmV4YW1wbGUub3JnCkFjdGlvbjogZmFpbGVkClN0YXR1czogNS4xLjEwCkRpYWdub3N0aWMtQ29k
                ZTogc210cDs1NTAgNS4xLjEwIFJFU09MVkVSLkFEUi5SZWNpcGllbnROb3RGb3VuZDsgUmVjaXBp
                ZW50IG5vdCBmb3VuZAo=

                --9b0d5c8e-6a4f-4d0e-8f55-0f6b2d1c7a11
                Content-Type: text/rfc822-headers

                From: The Morning Brief <morning-brief@news.example.com>
                To: someone@corp.example.org
                Subject: Port strike ends after nine days

                --9b0d5c8e-6a4f-4d0e-8f55-0f6b2d1c7a11--
                """.formatted(returnPath);
    }

    /** As Gmail does: a picture in between, a vague status, and the truth in the diagnostic. */
    public static String likeGmail(String returnPath) {
        return """
                Delivered-To: returns@broadsheet.example
                X-Original-To: %1$s
                Return-Path: <>
                From: Mail Delivery Subsystem <mailer-daemon@mail.example.com>
                To: %1$s
                Auto-Submitted: auto-replied
                Subject: Delivery Status Notification (Failure)
                Message-ID: <69a66f1c.050a0220.2d3b1.0c55.GMR@mail.example.com>
                Date: Mon, 02 Mar 2026 21:00:44 -0800 (PST)
                MIME-Version: 1.0
                Content-Type: multipart/report; boundary="000000000000b1c7e0064a7f21d5"; report-type=delivery-status

                --000000000000b1c7e0064a7f21d5
                Content-Type: multipart/related; boundary="000000000000b1cae8064a7f21d8"

                --000000000000b1cae8064a7f21d8
                Content-Type: multipart/alternative; boundary="000000000000b1cb04064a7f21d9"

                --000000000000b1cb04064a7f21d9
                Content-Type: text/plain; charset="UTF-8"

                ** Address not found **

                --000000000000b1cb04064a7f21d9--
                --000000000000b1cae8064a7f21d8
                Content-Type: image/png; name="icon.png"
                Content-Transfer-Encoding: base64
                Content-ID: <icon.png>

                iVBORw0KGgo=

                --000000000000b1cae8064a7f21d8--
                --000000000000b1c7e0064a7f21d5
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.com
                Arrival-Date: Mon, 02 Mar 2026 21:00:43 -0800 (PST)

                Final-Recipient: rfc822; someone@mail.example.com
                Action: failed
                Status: 5.0.0
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
                 550 5.1.1 please check for typos. - gsmtp
                Last-Attempt-Date: Mon, 02 Mar 2026 21:00:44 -0800 (PST)

                --000000000000b1c7e0064a7f21d5
                Content-Type: message/rfc822

                From: The Morning Brief <morning-brief@news.example.com>
                To: someone@mail.example.com
                Subject: Port strike ends after nine days

                ----- Message truncated -----

                --000000000000b1c7e0064a7f21d5--
                """.formatted(returnPath);
    }

    /** A feedback loop's report: our address is in the header of the mail that it gives back. */
    public static String complaint(String returnPath, String type) {
        return """
                From: <feedback@isp.example.org>
                Date: Tue, 3 Mar 2026 08:45:20 +0000
                Subject: FW: Port strike ends after nine days
                To: <abuse@broadsheet.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report;
                     boundary="part1_13d.2e68ed54_boundary"

                --part1_13d.2e68ed54_boundary
                Content-Type: text/plain; charset="US-ASCII"
                Content-Transfer-Encoding: 7bit

                This is an email abuse report for an email message received from IP
                192.0.2.1 on Tue, 3 Mar 2026 05:00:32 +0000.

                --part1_13d.2e68ed54_boundary
                Content-Type: message/feedback-report

                Feedback-Type: %2$s
                User-Agent: SomeGenerator/1.0
                Version: 1
                Original-Rcpt-To: <redacted@isp.example.org>
                Received-Date: Tue, 3 Mar 2026 05:00:32 +0000
                Source-IP: 192.0.2.1
                Reported-Domain: news.example.com

                --part1_13d.2e68ed54_boundary
                Content-Type: message/rfc822
                Content-Disposition: inline

                Return-Path: <%1$s>
                Received: from relay.news.example.com (relay.news.example.com [192.0.2.1])
                     by mx.isp.example.org with ESMTP; Tue, 3 Mar 2026 05:00:32 +0000
                From: The Morning Brief <morning-brief@news.example.com>
                To: <redacted@isp.example.org>
                Subject: Port strike ends after nine days
                Message-ID: <0b7f2d5e@news.example.com>

                Dockworkers accept a two-year deal.
                --part1_13d.2e68ed54_boundary--
                """.formatted(returnPath, type);
    }

    /** Somebody is on holiday. */
    public static String automaticReply(String returnPath) {
        return """
                From: someone@example.net
                To: %s
                Subject: Out of office Re: Port strike ends after nine days
                Auto-Submitted: auto-replied (vacation)
                Message-ID: <away-1@example.net>
                Content-Type: text/plain

                I am away until 9 March. 5.1.1 is the number of my desk.
                """.formatted(returnPath);
    }

    /** What a mail program writes to the mailto of List-Unsubscribe. */
    public static String unsubscribe(String to, String subject, String messageId) {
        return """
                From: Someone <someone@example.net>
                To: %s
                Subject: %s
                Message-ID: %s
                Content-Type: text/plain

                """.formatted(to, subject, messageId);
    }

    /** A person, or nobody knows what. */
    public static String ordinary(String to) {
        return """
                From: Someone <someone@example.net>
                To: %s
                Subject: A question
                Content-Type: text/plain

                Where is the crossword?
                """.formatted(to);
    }
}
