package dev.broadsheet.subscription.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final String GOOD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String SHORT = "c2hvcnQ=";

    @Test
    void aMissingSecretIsNamedTogetherWithTheWayToMakeOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(null, null))
                .withMessageContaining("broadsheet.tokens.secret")
                .withMessageContaining("BROADSHEET_TOKENS_SECRET")
                .withMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aShortSecretIsRefusedWithoutRepeatingIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(SHORT, null))
                .withMessageContaining("broadsheet.tokens.secret is too short")
                .withMessageNotContaining(SHORT);
    }

    @Test
    void aSecretThatIsNotBase64IsRefusedWithoutRepeatingIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keys("s3cret!".repeat(10), null))
                .withMessage("broadsheet.tokens.secret is not base64")
                .withNoCause();
    }

    @Test
    void aWeakPreviousSecretIsRefusedToo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(GOOD, SHORT))
                .withMessageContaining("broadsheet.tokens.previous-secret");
    }

    @Test
    void aKeyDoesNotShowItsSecretInText() {
        assertThat(keys(GOOD, null).current().toString()).doesNotContain(GOOD).doesNotContain("0123456789");
    }

    private static SigningKeys keys(String secret, String previousSecret) {
        return new SigningKeys(new FixedSettings(Optional.ofNullable(secret), Optional.ofNullable(previousSecret)));
    }
}
