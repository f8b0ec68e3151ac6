package dev.broadsheet.localstack.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.MailSender;
import dev.broadsheet.localstack.mail.MailServer;
import dev.broadsheet.localstack.mail.MailSettings;
import dev.broadsheet.localstack.mail.Mailbox;
import dev.broadsheet.localstack.testing.FreePorts;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxServerTest {

    private static final int CAPACITY = 5;

    private final FreePorts ports = new FreePorts();
    private final MailSettings settings =
            new MailSettings(ports.next(), ports.next(), ports.next(), new Mailbox.Limits(CAPACITY, 1 << 20));
    private final MailServer server = new MailServer(settings);
    private final MailSender sender = new MailSender(settings.smtpPort());
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theListHasTheFieldsOfMailpit() throws Exception {
        sender.send("ada@example.org", "First", "One", "<p>One</p>");
        sender.send("bob@example.org", "Second", "Two", "<p>Two</p>");

        JsonNode page = json("/api/v1/messages?start=0&limit=1");

        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("messages_count").asInt()).isEqualTo(2);
        assertThat(page.path("messages")).hasSize(1);
        JsonNode newest = page.path("messages").get(0);
        assertThat(newest.fieldNames())
                .toIterable()
                .contains(
                        "ID",
                        "MessageID",
                        "From",
                        "To",
                        "Cc",
                        "Bcc",
                        "ReplyTo",
                        "Subject",
                        "Created",
                        "Size",
                        "Snippet");
        assertThat(newest.path("From").path("Name").asText()).isEqualTo("Broadsheet");
        assertThat(newest.path("From").path("Address").asText()).isEqualTo("news@broadsheet.test");
        assertThat(newest.path("To").get(0).path("Address").asText()).isEqualTo("bob@example.org");
        assertThat(newest.path("Subject").asText()).isEqualTo("Second");
        assertThat(newest.path("Snippet").asText()).isEqualTo("Two");
        assertThat(newest.path("MessageID").asText()).isNotEmpty().doesNotContain("<");
    }

    @Test
    void aSearchCountsWhatItFindsApartFromWhatIsHeld() throws Exception {
        sender.send("ada@example.org", "First", "One", "<p>One</p>");
        sender.send("bob@example.org", "Second", "Two", "<p>Two</p>");

        JsonNode found = search("to:\"ADA@example.org\"");

        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(found.path("messages_count").asInt()).isEqualTo(1);
        assertThat(found.path("messages").get(0).path("Subject").asText()).isEqualTo("First");
        assertThat(search("subject:second from:broadsheet")
                        .path("messages_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(search("to:example").path("messages_count").asInt()).isEqualTo(2);
        assertThat(search("nobody").path("messages_count").asInt()).isZero();
    }

    @Test
    void aMailIsReadWithItsPartsHeadersAndSource() throws Exception {
        sender.send("ada@example.org", "Grüße", "Größe", "<p>Größe</p>");
        String id = json("/api/v1/messages").path("messages").get(0).path("ID").asText();

        JsonNode mail = json("/api/v1/message/" + id);
        assertThat(mail.path("Text").asText().strip()).isEqualTo("Größe");
        assertThat(mail.path("HTML").asText()).contains("<p>Größe</p>");
        assertThat(mail.path("Subject").asText()).isEqualTo("Grüße");
        assertThat(mail.path("ListUnsubscribe").path("Links").get(0).asText()).isEqualTo("http://localhost/u/1");
        assertThat(json("/api/v1/message/" + id + "/headers")
                        .path("List-Unsubscribe")
                        .get(0)
                        .asText())
                .isEqualTo("<http://localhost/u/1>");
        assertThat(get("/api/v1/message/" + id + "/raw").body()).contains("Subject: =?UTF-8?");
        assertThat(get("/api/v1/message/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void theOldestMailGivesWayEverywhere() throws Exception {
        for (int number = 0; number <= CAPACITY; number++) {
            sender.send("ada@example.org", "Mail " + number, "Text", "<p>Text</p>");
        }
        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(CAPACITY);
        assertThat(search("to:ada@example.org").path("messages").findValuesAsText("Subject"))
                .hasSize(CAPACITY)
                .doesNotContain("Mail 0");
    }

    @Test
    void deletingEmptiesTheInbox() throws Exception {
        sender.send("ada@example.org", "First", "One", "<p>One</p>");
        HttpRequest delete = request("/api/v1/messages").DELETE().build();
        assertThat(http.send(delete, BodyHandlers.ofString()).body()).isEqualTo("ok");
        assertThat(json("/api/v1/messages").path("total").asInt()).isZero();
    }

    @Test
    void mailsStayWhenTheServerIsStoppedForAWhile() throws Exception {
        sender.send("ada@example.org", "First", "One", "<p>One</p>");
        server.stop();
        server.start();
        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void anyLoginReadsItsMailByImapWhetherItCameBeforeOrAfterTheLogin() throws Exception {
        sender.send("ada@example.org", "Before", "One", "<p>One</p>");
        try (Store store = imap("ada@example.org")) {
            sender.send("ada@example.org", "After", "Two", "<p>Two</p>");
            sender.send("bob@example.org", "Not hers", "Three", "<p>Three</p>");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(Arrays.stream(inbox.getMessages()).map(InboxServerTest::subject))
                    .containsExactly("Before", "After");
        }
    }

    @Test
    void aLoginWithAStarReadsAllMailToADomain() throws Exception {
        sender.send("one@returns.example.org", "Before", "One", "<p>One</p>");
        try (Store store = imap("*@returns.example.org")) {
            sender.send("two@returns.example.org", "After", "Two", "<p>Two</p>");
            sender.send("bob@example.org", "Elsewhere", "Three", "<p>Three</p>");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(Arrays.stream(inbox.getMessages()).map(InboxServerTest::subject))
                    .containsExactly("Before", "After");
        }
    }

    @Test
    void recipientsWhoseAddressesHaveTheSameHashBothGetTheirMail() throws Exception {
        assertThat("Aa@example.org").hasSameHashCodeAs("BB@example.org");
        sender.send("Aa@example.org", "First", "One", "<p>One</p>");
        sender.send("BB@example.org", "Second", "Two", "<p>Two</p>");
        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(2);
    }

    @Test
    void thePageShowsMailsAndLetsNoneOfTheirMarkupThrough() throws Exception {
        sender.send("ada@example.org", "<script>alert(1)</script>", "One", "<p>One</p><script>alert(2)</script>");
        String id = json("/api/v1/messages").path("messages").get(0).path("ID").asText();

        String list = get("/?q=ada").body();
        assertThat(list).contains("&lt;script&gt;alert(1)", "ada@example.org", "/mail/" + id);
        assertThat(list).doesNotContain("<script>alert");
        assertThat(get("/?q=nobody").body()).contains("No mail here yet");
        assertThat(get("/mail/" + id).body()).contains("<iframe", "sandbox=", "/view/" + id + ".html");
        assertThat(get("/mail/" + id + "?show=source").body()).contains("List-Unsubscribe");
        assertThat(get("/view/" + id + ".html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    private JsonNode search(String query) throws Exception {
        return json("/api/v1/search?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.inboxUrl() + path));
    }

    private Store imap(String login) throws Exception {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("localhost", settings.imapPort(), login, "any password");
        return store;
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
