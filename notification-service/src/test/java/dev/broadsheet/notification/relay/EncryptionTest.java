package dev.broadsheet.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.notification.relay.Outcome.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** STARTTLS with a certificate that nobody has signed, and AUTH. */
class EncryptionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String USER_AND_PASSWORD = "\0desk\0s\u00e9cret";

    @TempDir
    private static Path folder;

    private static SSLContext tls;
    private static Path certificate;
    private static Path ofAnotherHost;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore store = newKeyStore("localhost");
        certificate = pem(store, "localhost");
        ofAnotherHost = pem(newKeyStore("other.example"), "other.example");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
    }

    private static KeyStore newKeyStore(String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        host,
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=DNS:" + host,
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static Path pem(KeyStore store, String host) throws IOException, GeneralSecurityException {
        return Files.writeString(
                folder.resolve(host + ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store.getCertificate(host).getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void mailIsEncryptedWhereThatIsOffered() {
        try (ScriptedRelay relay = ScriptedRelay.encrypting("PIPELINING STARTTLS", tls);
                TestRelays relays = TestRelays.to(relay)) {
            assertThat(relays.handOverEach(20)).containsOnly(Outcome.TAKEN);

            assertThat(relay.commands().stream()
                            .limit(5)
                            .map(command -> command.split(" ")[0])
                            .toList())
                    .containsExactly("EHLO", "STARTTLS", "encrypted", "EHLO", "MAIL");
            assertThat(relay.mails()).hasSize(20);
        }
    }

    @Test
    void aCertificateThatIsTrustedWillDo() {
        try (ScriptedRelay relay = ScriptedRelay.encrypting("PIPELINING STARTTLS", tls);
                TestRelays relays = TestRelays.to(
                        relay, "relays.main.start-tls=REQUIRED", "relays.main.trust-certificates=" + certificate)) {
            assertThat(relays.handOver("a@example.com")).isEqualTo(Outcome.TAKEN);
            assertThat(relay.commands()).contains("encrypted");
        }
    }

    @Test
    void withoutEncryptionThatCanBeTrustedNothingGoesOutWhereItIsRequired() {
        try (ScriptedRelay plain = ScriptedRelay.polite();
                ScriptedRelay encrypting = ScriptedRelay.encrypting("STARTTLS", tls);
                TestRelays toPlain = TestRelays.to(plain, "relays.main.start-tls=REQUIRED");
                TestRelays toUnknown = TestRelays.to(encrypting, "relays.main.start-tls=REQUIRED");
                TestRelays toImpostor = TestRelays.to(
                        encrypting,
                        "relays.main.start-tls=REQUIRED",
                        "relays.main.trust-certificates=" + ofAnotherHost)) {
            assertThat(toPlain.handOver("a@example.com")).isEqualTo(new Outcome(Result.DEFERRED, null, "no STARTTLS"));
            assertThat(toUnknown.handOver("a@example.com"))
                    .isEqualTo(new Outcome(Result.DEFERRED, null, "no encryption"));
            assertThat(toImpostor.handOver("a@example.com").result()).isEqualTo(Result.DEFERRED);
            assertThat(plain.mails()).isEmpty();
            assertThat(encrypting.mails()).isEmpty();
        }
    }

    @Test
    void theCertificateHasToNameTheHost() {
        try (ScriptedRelay relay = ScriptedRelay.encrypting("STARTTLS", tls);
                TestRelays relays = TestRelays.to(
                        relay,
                        "relays.main.host=127.0.0.1",
                        "relays.main.start-tls=REQUIRED",
                        "relays.main.trust-certificates=" + certificate)) {
            assertThat(relays.handOver("a@example.com")).isEqualTo(new Outcome(Result.DEFERRED, null, "no encryption"));
        }
    }

    @Test
    void whatSomebodySlippedInBeforeTheEncryptionIsNotBelieved() {
        ScriptedRelay.Script eager =
                (command, connection) -> command.equals("STARTTLS") ? "220 go\r\n250 trust me" : null;
        try (ScriptedRelay relay = ScriptedRelay.offering("STARTTLS", eager);
                TestRelays relays = TestRelays.to(relay)) {
            assertThat(relays.handOver("a@example.com").result()).isEqualTo(Result.DEFERRED);
            assertThat(relay.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"AUTH=PLAIN+LOGIN, plain", "AUTH=LOGIN, login", "AUTH=CRAM-MD5+PLAIN, plain"})
    void whoHasAPasswordLogsIn(String offer, String mechanism) {
        ScriptedRelay.Script script = (command, connection) -> {
            if (command.startsWith("AUTH PLAIN ")) {
                return command.equals("AUTH PLAIN " + base64(USER_AND_PASSWORD)) ? "235 2.7.0 hello" : "535 5.7.8 no";
            }
            if (command.equals("AUTH LOGIN")) {
                return "334 VXNlcm5hbWU6";
            }
            if (command.equals(base64("desk"))) {
                return "334 UGFzc3dvcmQ6";
            }
            return command.equals(base64("s\u00e9cret")) ? "235 2.7.0 hello" : null;
        };
        try (ScriptedRelay relay = ScriptedRelay.offering("PIPELINING " + offer, script);
                TestRelays relays = login(relay, "DISABLED")) {
            assertThat(relays.handOver("a@example.com")).isEqualTo(Outcome.TAKEN);
            assertThat(relay.commands())
                    .anyMatch(command -> command.equalsIgnoreCase("AUTH " + mechanism)
                            || command.startsWith("AUTH PLAIN ") && mechanism.equals("plain"));
        }
    }

    @Test
    void aPasswordThatIsRefusedIsNoRefusalOfTheMail() {
        ScriptedRelay.Script script = (command, connection) -> command.startsWith("AUTH") ? "535 5.7.8 no" : null;
        try (ScriptedRelay relay = ScriptedRelay.offering("AUTH=PLAIN", script);
                TestRelays relays = login(relay, "DISABLED")) {
            assertThat(relays.handOver("a@example.com"))
                    .isEqualTo(new Outcome(Result.DEFERRED, null, "SMTP 535 at AUTH"));
        }
    }

    @Test
    void aPasswordDoesNotGoOutInClearUnlessThatIsWanted() {
        try (ScriptedRelay relay = ScriptedRelay.offering("AUTH=PLAIN", (command, connection) -> null);
                TestRelays relays = login(relay, "OPTIONAL")) {
            assertThat(relays.handOver("a@example.com").failure()).isEqualTo("no encryption for the password");
            assertThat(relay.commands()).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    private static TestRelays login(ScriptedRelay relay, String startTls) {
        return TestRelays.to(
                relay,
                "relays.main.username=desk",
                "relays.main.password=s\u00e9cret",
                "relays.main.start-tls=" + startTls);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
