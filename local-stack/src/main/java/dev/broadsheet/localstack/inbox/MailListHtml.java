package dev.broadsheet.localstack.inbox;

import static dev.broadsheet.localstack.inbox.PageHtml.escape;

import dev.broadsheet.localstack.mail.HeldMail;
import dev.broadsheet.localstack.mail.MailContent;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The list of mails, or of those that were searched for. */
final class MailListHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());

    /** @param mails those of this page, out of {@code matching} */
    record Shown(String search, int start, int pageSize, int matching, List<HeldMail> mails) {}

    private MailListHtml() {}

    static String render(Shown shown) throws MessagingException, IOException {
        StringBuilder main = new StringBuilder("<main>\n<p class=\"count\">").append(count(shown));
        main.append("</p>\n");
        if (shown.mails().isEmpty()) {
            main.append("<p class=\"empty\">No mail here yet. The page shows it when it comes.</p>\n");
        } else {
            main.append("<ul class=\"mails\">\n");
            for (HeldMail mail : shown.mails()) {
                main.append(row(mail));
            }
            main.append("</ul>\n").append(pages(shown));
        }
        main.append("</main>\n<script src=\"/inbox.js\"></script>");
        return PageHtml.render(shown.search(), main.toString());
    }

    private static String count(Shown shown) {
        String mails = "%,d %s".formatted(shown.matching(), shown.matching() == 1 ? "mail" : "mails");
        return shown.search().isBlank() ? mails : mails + " found for “" + escape(shown.search()) + "”";
    }

    private static String row(HeldMail mail) throws MessagingException, IOException {
        return """
                <li><a href="/mail/%s"><span class="to">%s</span><span class="subject">%s</span>\
                <time datetime="%s">%s</time><span class="snippet">%s</span></a></li>
                """.formatted(
                        mail.id(),
                        escape(String.join(", ", mail.recipients())),
                        escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                        mail.receivedAt(),
                        TIME.format(mail.receivedAt()),
                        escape(MailContent.of(mail).snippet()));
    }

    private static String pages(Shown shown) {
        StringBuilder links = new StringBuilder("<nav aria-label=\"Pages\">");
        if (shown.start() > 0) {
            links.append(link(shown.search(), Math.max(0, shown.start() - shown.pageSize()), "Newer"));
        }
        if (shown.start() + shown.pageSize() < shown.matching()) {
            links.append(link(shown.search(), shown.start() + shown.pageSize(), "Older"));
        }
        return links.append("</nav>\n").toString();
    }

    private static String link(String search, int start, String label) {
        String query = URLEncoder.encode(search, StandardCharsets.UTF_8);
        return "<a href=\"/?q=" + query + "&amp;start=" + start + "\">" + label + "</a>";
    }
}
