package dev.broadsheet.notification.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With an example that others have published, so that it is not only our own idea of the signature that is tested. */
class WebhookSignaturesTest {

    private static final String SECRET = "whsec_plJ3nmyCDGBKInavdOK15jsl";
    private static final String ID = "msg_loFOjxBNrRLzqYUf";
    private static final String TIMESTAMP = "1731705121";
    private static final String SIGNATURE = "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=";
    private static final String BODY = "{\"event_type\":\"ping\",\"data\":{\"success\":true}}";
    private static final String OTHER = "whsec_bmV3LXNlY3JldC1vZi10ZXN0cy1vbmx5LjEyMzQ=";

    private final WebhookSignatures signatures = at(Duration.ZERO);

    @Test
    void aGenuineRequestIsTaken() {
        assertThatCode(() -> verify(signatures, List.of(SECRET), SIGNATURE, BODY))
                .doesNotThrowAnyException();
    }

    @Test
    void anyOfTheSecretsAndAnyOfTheSignaturesWillDo() {
        String several = "v1a,c29tZXRoaW5n v1,AAAA " + SIGNATURE;
        assertThatCode(() -> verify(signatures, List.of(OTHER, SECRET), several, BODY))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherBodySecretOrVersionIsRefused() {
        assertRefused(signatures, List.of(SECRET), SIGNATURE, BODY + " ");
        assertRefused(signatures, List.of(OTHER), SIGNATURE, BODY);
        assertRefused(signatures, List.of(SECRET), SIGNATURE.replace("v1,", "v2,"), BODY);
        assertRefused(signatures, List.of(SECRET), "", BODY);
        assertRefused(signatures, List.of(SECRET), null, BODY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 100_000})
    void oneThatIsTooOldOrTooEarlyIsRefused(long seconds) {
        assertRefused(at(Duration.ofSeconds(seconds)), List.of(SECRET), SIGNATURE, BODY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 299})
    void clocksMayDifferALittle(long seconds) {
        assertThatCode(() -> verify(at(Duration.ofSeconds(seconds)), List.of(SECRET), SIGNATURE, BODY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "99999999999999999999", "9223372036854775807"})
    void aTimeThatIsNoneIsRefused(String timestamp) {
        assertThatThrownBy(() -> signatures.verify(List.of(SECRET), ID, timestamp, SIGNATURE, bytes(BODY)))
                .isInstanceOf(WebhookRefusedException.class);
    }

    private static void assertRefused(
            WebhookSignatures signatures, List<String> secrets, String signature, String body) {
        assertThatThrownBy(() -> verify(signatures, secrets, signature, body))
                .isInstanceOf(WebhookRefusedException.class);
    }

    private static void verify(WebhookSignatures signatures, List<String> secrets, String signature, String body) {
        signatures.verify(secrets, ID, TIMESTAMP, signature, bytes(body));
    }

    private static WebhookSignatures at(Duration later) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP)).plus(later);
        return new WebhookSignatures(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
