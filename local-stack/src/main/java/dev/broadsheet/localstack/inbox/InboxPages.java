package dev.broadsheet.localstack.inbox;

import dev.broadsheet.localstack.mail.HeldMail;
import dev.broadsheet.localstack.mail.MailContent;
import dev.broadsheet.localstack.mail.MailSource;
import dev.broadsheet.localstack.mail.Mailbox;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The inbox for people. */
final class InboxPages {

    private static final int MAILS_ON_A_PAGE = 50;

    private final Mailbox mailbox;
    private final MailSearch search;

    InboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
        this.search = new MailSearch(mailbox);
    }

    Answer get(List<String> segments, Query query) throws MessagingException, IOException {
        String name = segments.size() > 1 ? segments.get(1) : "";
        return switch (segments.get(0)) {
            case "" -> list(query);
            case "mail" -> opened(name, query.text("show"));
            case "view" -> content(name);
            case "livez", "readyz" -> Answer.text(200, "ok");
            case "inbox.css" -> resource("inbox.css", "text/css; charset=utf-8");
            case "inbox.js" -> resource("inbox.js", "text/javascript; charset=utf-8");
            default -> Answer.NOT_FOUND;
        };
    }

    private Answer list(Query query) throws MessagingException, IOException {
        String wanted = query.text("q");
        int start = query.number("start", 0);
        List<HeldMail> found = wanted.isBlank() ? List.of() : search.find(wanted);
        int matching = wanted.isBlank() ? mailbox.size() : found.size();
        List<HeldMail> shown = wanted.isBlank()
                ? mailbox.newest(start, MAILS_ON_A_PAGE)
                : found.stream().skip(start).limit(MAILS_ON_A_PAGE).toList();
        return page(MailListHtml.render(new MailListHtml.Shown(wanted, start, MAILS_ON_A_PAGE, matching, shown)));
    }

    private Answer opened(String id, String view) throws MessagingException, IOException {
        Optional<HeldMail> mail = mailbox.find(id);
        return mail.isEmpty() ? gone() : page(OpenedMailHtml.render(mail.get(), view));
    }

    /** Mailpit's addresses for the bare content. */
    private Answer content(String name) throws MessagingException, IOException {
        int dot = name.lastIndexOf('.');
        Optional<HeldMail> mail = mailbox.find(dot < 0 ? name : name.substring(0, dot));
        if (mail.isEmpty()) {
            return gone();
        }
        return switch (name.substring(dot + 1)) {
            case "html" -> sandboxed(MailContent.of(mail.get()).html());
            case "txt" -> Answer.text(200, MailContent.of(mail.get()).text());
            case "eml" ->
                Answer.of(
                        200,
                        "text/plain; charset=utf-8",
                        MailSource.of(mail.get().message()));
            default -> Answer.NOT_FOUND;
        };
    }

    /** Scripts of a mail must not run with this page's rights; its links open outside the frame. */
    private static Answer sandboxed(String html) {
        String base = "<base target=\"_blank\">";
        String content =
                html.matches("(?is).*<head[^>]*>.*") ? html.replaceFirst("(?i)<head[^>]*>", "$0" + base) : base + html;
        return Answer.html(200, content)
                .with(
                        "Content-Security-Policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                                + " style-src 'unsafe-inline'; img-src * data:; base-uri 'none'; form-action 'none'");
    }

    private static Answer page(String html) {
        return Answer.html(200, html)
                .with("Content-Security-Policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static Answer gone() {
        return Answer.html(404, PageHtml.render("", "<p class=\"empty\">This mail is not here any more.</p>"));
    }

    private static Answer resource(String name, String type) throws IOException {
        try (InputStream content = InboxPages.class.getResourceAsStream("/inbox/" + name)) {
            if (content == null) {
                throw new IOException("The build has lost " + name);
            }
            return Answer.of(200, type, content.readAllBytes());
        }
    }

    static String text(HeldMail mail, String view) throws MessagingException, IOException {
        return view.equals("source")
                ? new String(MailSource.of(mail.message()), StandardCharsets.UTF_8)
                : MailContent.of(mail).text();
    }
}
