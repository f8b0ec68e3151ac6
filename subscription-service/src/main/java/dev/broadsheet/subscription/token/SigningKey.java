package dev.broadsheet.subscription.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret and the id by which tokens name it. The id is derived from the secret, so that a rotation has one setting to
 * change and no pair to keep together.
 */
record SigningKey(String id, SecretKey secret) {

    private static final String MAC = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final int ID_BYTES = 6;
    private static final byte[] ID_LABEL = "broadsheet token key id".getBytes(StandardCharsets.US_ASCII);

    /** Reads a setting's value; {@link IllegalStateException} naming the setting, and never its value. */
    static SigningKey parse(String setting, String base64) {
        byte[] bytes = decode(setting, base64);
        if (bytes.length < SHORTEST) {
            throw new IllegalStateException("%s is too short: it takes at least %d bytes in base64, and holds %d"
                    .formatted(setting, SHORTEST, bytes.length));
        }
        SecretKey secret = new SecretKeySpec(bytes, MAC);
        return new SigningKey(idOf(secret), secret);
    }

    private static byte[] decode(String setting, String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes characters of the secret.
            throw new IllegalStateException(setting + " is not base64");
        }
    }

    /** The HMAC-SHA256 of the bytes. */
    byte[] sign(byte[] bytes) {
        return sign(secret, bytes);
    }

    private static String idOf(SecretKey secret) {
        byte[] digest = sign(secret, ID_LABEL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
    }

    private static byte[] sign(SecretKey secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
