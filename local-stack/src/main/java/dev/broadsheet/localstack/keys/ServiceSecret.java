package dev.broadsheet.localstack.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The services' secrets: what signs the links in mail and where it comes back to, and what keys the suppression list. */
public final class ServiceSecret {

    private static final int BYTES = 32;

    private ServiceSecret() {}

    /** Signs links. In Base64; made at the first call and kept, or every link mailed so far would be void. */
    public static String ofLinks(Path folder) {
        return keptIn(folder.resolve("link-secret"));
    }

    /** Keys the suppression list. In Base64; made at the first call and kept, or the list would be void. */
    public static String ofSuppressions(Path folder) {
        return keptIn(folder.resolve("suppression-secret"));
    }

    /** Signs where mail comes back to. In Base64; made at the first call and kept, or no bounce of earlier mail would count. */
    public static String ofReturnPaths(Path folder) {
        return keptIn(folder.resolve("return-path-secret"));
    }

    private static String keptIn(Path file) {
        try {
            if (Files.notExists(file)) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(secret));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a secret in " + file, e);
        }
    }
}
