package dev.broadsheet.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** The symmetric signatures of the Standard Webhooks specification (v1). */
@ApplicationScoped
class WebhookSignatures {

    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    /** How old a request may be, or how far ahead its sender's clock. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;

    WebhookSignatures(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param secrets any of which may have signed
     * @throws WebhookRefusedException if none has, or not lately
     */
    void verify(List<String> secrets, String id, String timestamp, String signatures, byte[] body) {
        if (id == null || timestamp == null || signatures == null || !isRecent(timestamp)) {
            throw new WebhookRefusedException();
        }
        byte[] content = content(id, timestamp, body);
        List<String> expected =
                secrets.stream().map(secret -> signature(secret, content)).toList();
        boolean genuine = Arrays.stream(signatures.split(" "))
                .map(signature -> Secrets.anyIs(expected, signature))
                .reduce(false, Boolean::logicalOr);
        if (!genuine) {
            throw new WebhookRefusedException();
        }
    }

    private boolean isRecent(String timestamp) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static byte[] content(String id, String timestamp, byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(body);
        return content.toByteArray();
    }

    private static String signature(String secret, byte[] content) {
        String base64 = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        byte[] key = Base64.getDecoder().decode(base64);
        return VERSION
                + Base64.getEncoder().encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(content));
    }
}
