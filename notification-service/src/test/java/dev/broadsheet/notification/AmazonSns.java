package dev.broadsheet.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signs as Amazon SNS does, with a certificate of its own, and sees who confirms a subscription. */
final class AmazonSns implements AutoCloseable {

    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:broadsheet-test";

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final KeyStore KEYS = newKeys();

    private final KeyStore keys;
    private final HttpServer server;
    private final List<String> confirmed = new CopyOnWriteArrayList<>();

    AmazonSns() throws IOException {
        this(KEYS);
    }

    private AmazonSns(KeyStore keys) throws IOException {
        this.keys = keys;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/SimpleNotificationService-0a1b2c.pem", exchange -> answer(exchange, certificate()));
        server.createContext("/confirm", exchange -> {
            confirmed.add(exchange.getRequestURI().getQuery());
            answer(exchange, "<ConfirmSubscriptionResponse/>");
        });
        server.start();
    }

    static AmazonSns withOtherKeys() throws IOException {
        return new AmazonSns(newKeys());
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<String> confirmed() {
        return confirmed;
    }

    Map<String, String> notification(String version, String message) {
        Map<String, String> parts = common("Notification", message);
        parts.put("Subject", "Amazon SES Email Event Notification");
        return signed(version, parts, "Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    }

    Map<String, String> confirmation(String topic, String subscribeUrl) {
        Map<String, String> parts = common("SubscriptionConfirmation", "You have chosen to subscribe to the topic.");
        parts.put("TopicArn", topic);
        parts.put("Token", "2336412f37");
        parts.put("SubscribeURL", subscribeUrl);
        return signed("2", parts, "Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
    }

    static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> common(String type, String message) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("Type", type);
        parts.put("MessageId", UUID.randomUUID().toString());
        parts.put("TopicArn", TOPIC);
        parts.put("Message", message);
        parts.put("Timestamp", "2026-03-03T05:00:40.123Z");
        return parts;
    }

    private Map<String, String> signed(String version, Map<String, String> parts, String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name).append('\n').append(parts.get(name)).append('\n');
        }
        try {
            Signature signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign((PrivateKey) keys.getKey("sns", PASSWORD));
            signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
            Map<String, String> whole = new LinkedHashMap<>(parts);
            whole.put("SignatureVersion", version);
            whole.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
            whole.put("SigningCertURL", url() + "/SimpleNotificationService-0a1b2c.pem");
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String certificate() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(keys.getCertificate("sns").getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK makes certificates with its own tool only. */
    private static KeyStore newKeys() {
        try {
            Path folder = Files.createTempDirectory("sns");
            Path file = folder.resolve("keys.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "sns",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=sns.test",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD),
                            "-keystore",
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream stored = Files.newInputStream(file)) {
                keys.load(stored, PASSWORD);
            }
            Files.delete(file);
            Files.delete(folder);
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
