package dev.broadsheet.frontend.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that pages refer to. Its address changes with its content, so it can be kept for ever. */
record Asset(String name, String type, String version, byte[] content) {

    private static final int VERSION_BYTES = 8;

    static Asset load(String name, String type) {
        try (InputStream file = Asset.class.getResourceAsStream("/assets/" + name)) {
            byte[] content = file.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(name, type, HexFormat.of().formatHex(digest, 0, VERSION_BYTES), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    String path() {
        return "/assets/" + version + "/" + name;
    }
}
