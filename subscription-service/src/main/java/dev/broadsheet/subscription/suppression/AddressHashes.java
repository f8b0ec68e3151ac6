package dev.broadsheet.subscription.suppression;

import dev.broadsheet.subscription.address.EmailAddress;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of an address. A plain hash would not do: whoever guesses addresses could find out who is on the list. The
 * key is not the one of links, which may be rotated. Read at start: without it the service must not run.
 */
@Startup
@Singleton
class AddressHashes {

    private static final String SECRET = SuppressionConfig.PREFIX + ".secret";
    private static final String MAC = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final SecretKey key;

    AddressHashes(SuppressionConfig config) {
        this.key = new SecretKeySpec(
                config.secret()
                        .map(AddressHashes::decode)
                        .orElseThrow(() -> new IllegalStateException(SECRET
                                + " (environment: BROADSHEET_SUPPRESSIONS_SECRET) is not set. It keys the list of"
                                + " suppressed addresses and must stay the same for good: at least 32 random"
                                + " bytes in base64, as made by `openssl rand -base64 32`")),
                MAC);
    }

    byte[] of(EmailAddress address) {
        return ofKey(address.key());
    }

    byte[] ofKey(String emailKey) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(emailKey.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    private static byte[] decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes characters of the secret.
            throw new IllegalStateException(SECRET + " is not base64");
        }
        if (bytes.length < SHORTEST) {
            throw new IllegalStateException("%s is too short: it takes at least %d bytes in base64, and holds %d"
                    .formatted(SECRET, SHORTEST, bytes.length));
        }
        return bytes;
    }
}
