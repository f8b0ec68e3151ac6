package dev.broadsheet.notification.mail;

import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** What signs return paths. */
record ReturnPathKey(byte[] secret) {

    static final String SETTING = "broadsheet.mail.return-path-secret";

    private static final int SHORTEST = 32;

    /** Reads a setting's value; {@link IllegalStateException} naming the setting, and never its value. */
    static ReturnPathKey parse(String setting, String base64) {
        byte[] secret = decode(setting, base64);
        if (secret.length < SHORTEST) {
            throw new IllegalStateException("%s is too short: it takes at least %d bytes in base64, and holds %d"
                    .formatted(setting, SHORTEST, secret.length));
        }
        return new ReturnPathKey(secret);
    }

    private static byte[] decode(String setting, String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes characters of the secret.
            throw new IllegalStateException(setting + " is not base64");
        }
    }

    byte[] sign(byte[] bytes) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(bytes);
    }

    @Override
    public String toString() {
        return "ReturnPathKey[withheld]";
    }
}
