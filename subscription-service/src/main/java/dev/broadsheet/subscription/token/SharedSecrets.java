package dev.broadsheet.subscription.token;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;

/** Keys for others than the tokens, which all replicas have: derived from the signing secrets, one for each use. */
@Singleton
public class SharedSecrets {

    private static final String MAC = "HmacSHA256";

    private final SigningKeys keys;

    SharedSecrets(SigningKeys keys) {
        this.keys = keys;
    }

    /** The key of this use, in hexadecimal. */
    public String current(String use) {
        return derive(keys.current(), use);
    }

    /** The same, and the one from before the last rotation. */
    public List<String> accepted(String use) {
        return keys.accepted().stream().map(key -> derive(key, use)).toList();
    }

    private static String derive(SigningKey key, String use) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key.secret());
            return HexFormat.of().formatHex(mac.doFinal(use.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }
}
