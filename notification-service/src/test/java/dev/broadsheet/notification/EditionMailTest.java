package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.notification.editionmail.EditionMails;
import dev.broadsheet.notification.editionmail.Recipient;
import dev.broadsheet.notification.mime.UnwritableAddressException;
import dev.broadsheet.notification.relay.Lane;
import dev.broadsheet.notification.relay.Message;
import dev.broadsheet.notification.relay.Outcome;
import dev.broadsheet.notification.relay.Relays;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EditionMailTest {

    private static final String SITE = "http://localhost:8080";

    @Inject
    EditionMails mails;

    @Inject
    Relays relays;

    private final UUID edition = Ids.next();
    private final UUID subscriber = Ids.next();
    private final String newsletter = "newsletter-" + edition;
    private final String address = "reader-" + subscriber + "@example.com";
    private final Recipient reader = new Recipient(subscriber, address, "way~out", "prefer.ences=");

    @Test
    void oneArticleIsThereAsAWholeInTextAndInHtml() {
        foundNewsletter("The Morning <Paper>", "Ångström & \"Söhne\"");
        ArticlePublished article = SampleArticle.named("Rates <fall> & \"rise\"")
                .withImage("port.jpg")
                .make();
        close(article);

        Message message = mails.of(edition, "en-GB").orElseThrow().write(reader);

        ParsedMail mail = ParsedMail.of(message.content());
        assertThat(message.recipient()).isEqualTo(address);
        assertThat(mail.recipients()).containsExactly(address);
        assertThat(mail.subject()).isEqualTo("Rates <fall> & \"rise\"");
        assertThat(mail.from().getPersonal()).isEqualTo("Ångström & \"Söhne\"");
        assertThat(mail.from().getAddress()).isEqualTo("morning@broadsheet.example");
        assertThat(mail.text())
                .contains(
                        "Why it matters: It is bold",
                        "- First",
                        article.url(),
                        "By Amara Okafor and Noé Ünal | 3 min. read")
                .contains(SITE + "/editions/" + edition)
                .contains("Unsubscribe: " + SITE + "/api/v1/unsubscribe/way%7Eout\n")
                .contains("Manage your preferences: " + SITE + "/preferences?token=prefer.ences%3D\n");
        assertThat(mail.html())
                .contains("<html lang=\"en\">", "Rates &lt;fall&gt; &amp; &quot;rise&quot;</a></h1>")
                .contains("<strong>Why it matters:</strong> It is <strong>bold</strong>, &lt;b&gt;not HTML&lt;/b&gt;")
                .contains("The Morning &lt;Paper&gt;", "All about &lt;it&gt;")
                .contains(
                        "<img src=\"https://images.example.org/port.jpg\" alt=\"A port, &quot;seen&quot; from above\"")
                .contains("href=\"" + SITE + "/editions/" + edition + "\"")
                .contains("href=\"" + SITE + "/api/v1/unsubscribe/way%7Eout\"")
                .contains("href=\"" + SITE + "/preferences?token=prefer.ences%3D\"")
                .doesNotContain("javascript:");
    }

    @Test
    void theHeadersSayWhatItIsAndHowToLeave() {
        foundNewsletter("Markets", "Broadsheet Markets");
        close(SampleArticle.named("Headers").make());

        ParsedMail mail = ParsedMail.of(
                mails.of(edition, "en").orElseThrow().write(reader).content());

        assertThat(mail.header("Date")).isEqualTo("Sun, 5 Apr 2026 07:02:09 +0000");
        assertThat(mail.header("Message-ID")).isEqualTo("<" + edition + "." + subscriber + "@broadsheet.example>");
        assertThat(mail.header("List-Id")).isEqualTo("<" + newsletter + ".broadsheet.example>");
        assertThat(mail.header("List-Unsubscribe"))
                .isEqualTo("<" + SITE + "/api/v1/unsubscribe/way%7Eout>,"
                        + " <mailto:unsubscribe@broadsheet.example?subject=way%7Eout>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("Feedback-ID")).isEqualTo(edition + ":" + newsletter + ":article:broadsheet");
        assertThat(mail.headerNames()).doesNotHaveDuplicates().doesNotContain("Bcc", "Cc", "Precedence");
    }

    @Test
    void aDigestLeadsFromEachArticleToTheSite() {
        foundNewsletter("Markets", "Broadsheet Markets");
        ArticlePublished first = SampleArticle.named("First").make();
        ArticlePublished second =
                SampleArticle.named("Second").withImage("chart.SVG").make();
        close(first, second);
        Ledger.execute("UPDATE edition SET slot = closed_at WHERE id = ?", edition);

        ParsedMail english = ParsedMail.of(
                mails.of(edition, "fr").orElseThrow().write(reader).content());
        ParsedMail spanish = ParsedMail.of(
                mails.of(edition, "es-MX").orElseThrow().write(reader).content());

        assertThat(english.subject()).isEqualTo("Markets: First");
        assertThat(english.text())
                .contains("First\n", "A summary", "Go deeper (3 min. read): " + first.url())
                .contains("Second\n", "Go deeper (3 min. read): " + second.url())
                .doesNotContain("It is bold");
        assertThat(english.html())
                .contains("Markets</h1>", "First</a></h2>", "Second</a></h2>", "Go deeper (3 min. read)")
                .contains("mso-hide:all;\">Second</div>")
                .doesNotContain("<img", "It is <strong>bold");
        assertThat(spanish.text())
                .contains(
                        "Por Amara Okafor y Noé Ünal", "Profundiza", "Cancelar la suscripción", "Ver en el navegador");
        assertThat(spanish.html()).contains("<html lang=\"es\">", "Gestionar tus preferencias");
    }

    @Test
    void nothingThatEditorsTypeBeginsAHeader() {
        foundNewsletter("A\r\nBcc: eve@example.org\u2028", "B\0\r\nBcc: eve@example.org");
        Ledger.execute(
                "UPDATE newsletter SET sender_address = ? WHERE slug = ?",
                "a@b.example>\r\nBcc: eve@x.example",
                newsletter);
        close(SampleArticle.named("C\r\n\r\nBcc: eve@example.org").make());

        ParsedMail mail = ParsedMail.of(
                mails.of(edition, "en").orElseThrow().write(reader).content());

        assertThat(mail.headerNames()).doesNotContain("Bcc");
        assertThat(mail.recipients()).containsExactly(address);
        assertThat(mail.subject()).isEqualTo("C Bcc: eve@example.org");
        assertThat(mail.from().getAddress()).isEqualTo("hello@broadsheet.example");
        assertThatThrownBy(() -> mails.of(edition, "en")
                        .orElseThrow()
                        .write(new Recipient(subscriber, "a@b.example\r\nBcc: eve@x.example", "token", "token")))
                .isInstanceOf(UnwritableAddressException.class);
    }

    @Test
    void whatARelayTakesArrivesAsItWasWritten() {
        foundNewsletter("Diario", "Última hora");
        close(SampleArticle.named("¿Qué pasó? Ñandúes, 日本 y 👩‍👩‍👧").make());

        Message message = mails.of(edition, "es").orElseThrow().write(reader);
        await().until(() -> relays.handOver(message, new Lane(edition)).join().result() == Outcome.Result.TAKEN);

        ReceivedMail arrived = Inbox.ofTestStack().awaitMailTo(address);
        ParsedMail written = ParsedMail.of(message.content());
        assertThat(arrived.subject()).isEqualTo("¿Qué pasó? Ñandúes, 日本 y 👩‍👩‍👧");
        assertThat(arrived.summary().from().name()).isEqualTo("Última hora");
        assertThat(arrived.text().replace("\r\n", "\n")).isEqualTo(written.text());
        assertThat(arrived.html().replace("\r\n", "\n")).isEqualTo(written.html());
        assertThat(arrived.header("Message-ID")).contains(written.header("Message-ID"));
    }

    @Test
    void aClosedEditionIsAsItWasThenAndAnOpenOneAsItIsNow() {
        foundNewsletter("Markets", "Broadsheet Markets");
        ArticlePublished article = SampleArticle.named("As it was").make();
        close(article);
        Ledger.execute(
                "UPDATE article SET content = replace(content, 'As it was', 'As it is') WHERE id = ?",
                article.articleId());

        assertThat(subject()).isEqualTo("As it was");

        UUID open = Ids.next();
        Ledger.execute(
                "INSERT INTO edition (id, newsletter, state, opened_at, slot)"
                        + " VALUES (?, ?, 'OPEN', now(), now() + interval '1 day')",
                open,
                newsletter);
        assertThat(mails.of(open, "en")).isEmpty();
        Ledger.execute(
                "INSERT INTO edition_article (edition_id, position, article_id, published_at) VALUES (?, 0, ?, now())",
                open,
                article.articleId());
        assertThat(subjectOf(open)).isEqualTo("Markets: As it is");
        Ledger.execute(
                "UPDATE article SET content = replace(content, 'As it is', 'As it will be') WHERE id = ?",
                article.articleId());
        assertThat(subjectOf(open)).isEqualTo("Markets: As it will be");
    }

    @Test
    void anEditionWaitsForTheNameOfItsNewsletter() {
        close(SampleArticle.named("Early").make());
        assertThat(mails.of(edition, "en")).isEmpty();
        assertThat(mails.of(Ids.next(), "en")).isEmpty();

        foundNewsletter("Late", "Late");

        assertThat(subject()).isEqualTo("Early");
    }

    @Test
    void aTestLeadsNobodyOutOfTheNewsletter() {
        foundNewsletter("Markets", "Broadsheet Markets");
        close(SampleArticle.named("Test").make());

        ParsedMail mail = ParsedMail.of(mails.of(edition, "en")
                .orElseThrow()
                .write(Recipient.ofTest(Ids.next(), address))
                .content());

        assertThat(mail.header("List-Unsubscribe")).isNull();
        assertThat(mail.header("List-Unsubscribe-Post")).isNull();
        assertThat(mail.text())
                .contains(
                        "Unsubscribe: " + SITE + "/subscribe\n", "Manage your preferences: " + SITE + "/preferences\n");
    }

    private String subject() {
        return subjectOf(edition);
    }

    private String subjectOf(UUID of) {
        return ParsedMail.of(mails.of(of, "en").orElseThrow().write(reader).content())
                .subject();
    }

    private void foundNewsletter(String name, String senderName) {
        Ledger.execute(
                "INSERT INTO newsletter"
                        + " (slug, name, tagline, sender_name, sender_address, archived, changed_at, cadence, zone)"
                        + " VALUES (?, ?, ?, ?, 'morning@broadsheet.example', false, now(), 'DAILY', 'UTC')",
                newsletter,
                name.replace("\0", "\\0"),
                "All about <it>",
                senderName.replace("\0", "\\0"));
    }

    private void close(ArticlePublished... articles) {
        Ledger.execute(
                "INSERT INTO edition (id, newsletter, state, opened_at, closed_at)"
                        + " VALUES (?, ?, 'SENT', now(), '2026-04-05T07:02:09.123Z')",
                edition,
                newsletter);
        for (int position = 0; position < articles.length; position++) {
            ArticlePublished article = articles[position];
            String content = new String(EventJson.encode(article), StandardCharsets.UTF_8);
            Ledger.execute(
                    "INSERT INTO article (id, headline, published_at, changed_at, content)"
                            + " VALUES (?, ?, now(), now(), ?)",
                    article.articleId(),
                    article.headline(),
                    content);
            Ledger.execute(
                    "INSERT INTO edition_article (edition_id, position, article_id, published_at, content)"
                            + " VALUES (?, ?, ?, now(), ?)",
                    edition,
                    position,
                    article.articleId(),
                    content);
        }
    }
}
