package dev.broadsheet.subscription.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String SECRET = secret('a');
    private static final String OTHER_SECRET = secret('b');
    private static final UUID SUBSCRIBER = UUID.fromString("0195562f-0000-7000-8000-000000000001");
    private static final UUID SIGN_UP = UUID.fromString("0195562f-0000-7000-8000-000000000002");

    private static final ConfirmationToken CONFIRMATION = new ConfirmationToken(SUBSCRIBER, SIGN_UP, LATER);
    private static final UnsubscribeToken UNSUBSCRIBE = new UnsubscribeToken(SUBSCRIBER, "twin-cities");
    private static final PreferencesToken PREFERENCES = PreferencesToken.forGood(SUBSCRIBER);

    private final Tokens tokens = tokens(NOW, SECRET, null);

    @Test
    void aTokenGivesBackWhatItWasIssuedFor() {
        assertThat(tokens.openConfirmation(tokens.issue(CONFIRMATION))).isEqualTo(CONFIRMATION);
        assertThat(tokens.openUnsubscribe(tokens.issue(UNSUBSCRIBE))).isEqualTo(UNSUBSCRIBE);
        assertThat(tokens.openPreferences(tokens.issue(PREFERENCES))).isEqualTo(PREFERENCES);
    }

    @Test
    void aTokenOfOnePurposeIsRefusedForAnother() {
        assertThatThrownBy(() -> tokens.openUnsubscribe(tokens.issue(CONFIRMATION)))
                .isInstanceOf(ForgedTokenException.class);
        assertThatThrownBy(() -> tokens.openPreferences(tokens.issue(UNSUBSCRIBE)))
                .isInstanceOf(ForgedTokenException.class);
        assertThatThrownBy(() -> tokens.openConfirmation(tokens.issue(PREFERENCES)))
                .isInstanceOf(ForgedTokenException.class);
    }

    @Test
    void aConfirmationExpires() {
        String token = tokens.issue(CONFIRMATION);

        assertThat(tokens(LATER.minusSeconds(1), SECRET, null).openConfirmation(token))
                .isEqualTo(CONFIRMATION);
        assertThatThrownBy(() -> tokens(LATER, SECRET, null).openConfirmation(token))
                .isInstanceOf(ExpiredTokenException.class);
    }

    @Test
    void anUnsubscribeStillWorksYearsLater() {
        String token = tokens.issue(UNSUBSCRIBE);

        assertThat(tokens(Instant.parse("2050-01-01T00:00:00Z"), SECRET, null).openUnsubscribe(token))
                .isEqualTo(UNSUBSCRIBE);
    }

    @Test
    void aTokenOutlivesOneRotationOfTheSecret() {
        String token = tokens.issue(UNSUBSCRIBE);

        assertThat(tokens(NOW, OTHER_SECRET, SECRET).openUnsubscribe(token)).isEqualTo(UNSUBSCRIBE);
        assertThatThrownBy(() -> tokens(NOW, OTHER_SECRET, null).openUnsubscribe(token))
                .isInstanceOf(ForgedTokenException.class);
    }

    @Test
    void thePreviousSecretSignsNothingNew() {
        String token = tokens(NOW, OTHER_SECRET, SECRET).issue(UNSUBSCRIBE);

        assertThatThrownBy(() -> tokens.openUnsubscribe(token)).isInstanceOf(ForgedTokenException.class);
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("forgeries")
    void aForgeryIsRefused(String forgery) {
        assertThatThrownBy(() -> tokens.openUnsubscribe(forgery)).isInstanceOf(ForgedTokenException.class);
    }

    static Stream<String> forgeries() {
        String[] genuine = tokens(NOW, SECRET, null).issue(UNSUBSCRIBE).split("\\.");
        String[] other = tokens(NOW, SECRET, null)
                .issue(new UnsubscribeToken(SUBSCRIBER, "denver"))
                .split("\\.");
        String unsigned = base64("{\"alg\":\"none\",\"typ\":\"unsubscribe+jwt\"}");
        return Stream.of(
                "",
                "a",
                "a.b.c",
                "..",
                genuine[0] + "." + genuine[1] + ".",
                genuine[0] + "." + other[1] + "." + genuine[2],
                genuine[0] + "." + genuine[1] + "." + other[2],
                unsigned + "." + genuine[1] + ".",
                unsigned + "." + genuine[1] + "." + genuine[2],
                "x".repeat(100_000));
    }

    @Test
    void aRefusalDoesNotRepeatTheToken() {
        String token = tokens(NOW, OTHER_SECRET, null).issue(UNSUBSCRIBE);

        assertThatThrownBy(() -> tokens.openUnsubscribe(token))
                .hasNoCause()
                .message()
                .doesNotContain(token.split("\\."));
    }

    private static Tokens tokens(Instant now, String secret, String previousSecret) {
        SigningKeys keys = new SigningKeys(new FixedSettings(Optional.of(secret), Optional.ofNullable(previousSecret)));
        return new Tokens(new TokenSignatures(keys), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String secret(char of) {
        return base64(String.valueOf(of).repeat(32));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
