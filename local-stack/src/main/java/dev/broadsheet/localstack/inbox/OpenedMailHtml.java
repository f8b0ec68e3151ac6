package dev.broadsheet.localstack.inbox;

import static dev.broadsheet.localstack.inbox.PageHtml.escape;

import dev.broadsheet.localstack.mail.HeldMail;
import dev.broadsheet.localstack.mail.MailContent;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** One mail, as a reader sees it, as plain text or as it came. */
final class OpenedMailHtml {

    private OpenedMailHtml() {}

    static String render(HeldMail mail, String asked) throws MessagingException, IOException {
        String usual = MailContent.of(mail).html().isEmpty() ? "text" : "html";
        String view = List.of("html", "text", "source").contains(asked) ? asked : usual;
        String main = """
                <main>
                <h2>%s</h2>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                <nav aria-label="Views">%s%s%s</nav>
                %s
                </main>
                """.formatted(
                        escape(mail.subject()),
                        escape(addresses(mail.from())),
                        escape(addresses(mail.to())),
                        mail.receivedAt(),
                        tab("html", "Mail", view),
                        tab("text", "Plain text", view),
                        tab("source", "Source", view),
                        view.equals("html") ? frame(mail) : "<pre>" + escape(InboxPages.text(mail, view)) + "</pre>");
        return PageHtml.render("", main);
    }

    private static String frame(HeldMail mail) {
        return "<iframe title=\"The mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/view/"
                + mail.id() + ".html\"></iframe>";
    }

    private static String tab(String view, String label, String current) {
        String mark = view.equals(current) ? " aria-current=\"page\"" : "";
        return "<a href=\"?show=" + view + "\"" + mark + ">" + label + "</a>";
    }

    private static String addresses(List<InternetAddress> addresses) {
        return addresses.stream().map(InternetAddress::toUnicodeString).collect(Collectors.joining(", "));
    }
}
