package dev.broadsheet.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures, as another library sees them. */
class DkimTest {

    private static final String MAIL = String.join(
            "\r\n",
            "From: \"The  News,\" <Desk@News.example>",
            "To: reader@example.com",
            "Reply-To: desk@news.example",
            "Subject: =?UTF-8?Q?A_subject_that_is_so_long_that?=",
            "\t=?UTF-8?Q?_it_needs_two_lines?=",
            "Date: Tue, 24 Nov 2026 23:00:00 +0000",
            "Message-ID: <1@news.example>",
            "List-Id: Morning <morning.news.example>",
            "List-Unsubscribe: <https://news.example/u/1>,",
            " <mailto:u@news.example>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Feedback-ID: 1:2:3:news",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8",
            "",
            "Good  morning. ",
            ".",
            "..dots",
            "",
            "",
            "");

    @TempDir
    private Path folder;

    private final KeyPair keys = keyPair();

    @Test
    void anotherLibraryFindsTheSignatureGood() throws FailException, IOException {
        byte[] received = sent(MAIL, pem(keys));

        List<SignatureRecord> signatures = verifier(keys).verify(new ByteArrayInputStream(received));

        assertThat(signatures).singleElement().satisfies(signature -> {
            assertThat(signature.getDToken()).hasToString("news.example");
            assertThat(signature.getSelector()).hasToString("autumn");
            assertThat(signature.getHeaders())
                    .extracting(name -> name.toString().toLowerCase(Locale.ROOT))
                    .contains(
                            "from",
                            "to",
                            "subject",
                            "date",
                            "message-id",
                            "list-id",
                            "list-unsubscribe",
                            "list-unsubscribe-post",
                            "feedback-id",
                            "mime-version",
                            "content-type",
                            "reply-to");
        });
    }

    @Test
    void aMailThatWasChangedOnTheWayIsFoundOut() {
        String received = new String(sent(MAIL, pem(keys)), StandardCharsets.US_ASCII);

        for (String change : List.of("Feedback-ID: 1=Feedback-ID: 2", "Good=Bad", "/u/1=/u/2")) {
            String[] fromTo = change.split("=");
            byte[] changed = received.replace(fromTo[0], fromTo[1]).getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> verifier(keys).verify(new ByteArrayInputStream(changed)))
                    .isInstanceOf(FailException.class);
        }
    }

    @Test
    void aKeyMayBeInAFile() throws IOException, FailException {
        Path file = Files.writeString(folder.resolve("key.pem"), pem(keys));

        byte[] received = sent(MAIL, file.toString());

        assertThat(verifier(keys).verify(new ByteArrayInputStream(received))).hasSize(1);
    }

    @Test
    void mailOfOtherDomainsGoesAsItIs() {
        String mail = MAIL.replace("Desk@News.example", "desk@other.example");

        assertThat(sent(mail, pem(keys))).asString(StandardCharsets.US_ASCII).isEqualTo(mail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN no key",
                "no-such-file.pem"
            })
    void aKeyThatIsNoneStopsTheStart(String key) {
        assertThatThrownBy(() -> sent(MAIL, key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("news.example");
    }

    private static byte[] sent(String mail, String key) {
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(
                        relay,
                        "dkim.news.domain=news.example",
                        "dkim.news.selector=autumn",
                        "dkim.news.private-key=" + key)) {
            byte[] content = mail.getBytes(StandardCharsets.US_ASCII);
            assertThat(relays.handOver(DialogueTest.message("reader@example.com", content)))
                    .isEqualTo(Outcome.TAKEN);
            return relay.mails().get(0).content();
        }
    }

    private static DKIMVerifier verifier(KeyPair keys) {
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return new DKIMVerifier((methods, selector, domain) ->
                selector.toString().equals("autumn") && domain.toString().equals("news.example")
                        ? List.of(record)
                        : List.of());
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
