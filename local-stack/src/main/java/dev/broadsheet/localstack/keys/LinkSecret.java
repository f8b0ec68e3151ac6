package dev.broadsheet.localstack.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret with which subscription-service signs the links in its mail. */
public final class LinkSecret {

    private static final int BYTES = 32;

    private LinkSecret() {}

    /** In Base64; made at the first call and kept, or every link mailed so far would be void. */
    public static String in(Path folder) {
        Path file = folder.resolve("link-secret");
        try {
            if (Files.notExists(file)) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(secret));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret of links in " + file, e);
        }
    }
}
