package dev.broadsheet.localstack.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** The key pair with which the local stack signs editors' and operators' tokens, as PEM files in one folder. */
public final class SigningKeys {

    private static final int BITS = 2048;

    private final Path folder;

    private SigningKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes the pair when the folder has none. */
    public static SigningKeys in(Path folder) {
        SigningKeys keys = new SigningKeys(folder.toAbsolutePath());
        try {
            if (Files.notExists(keys.privateKey()) || Files.notExists(keys.publicKey())) {
                keys.generate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the signing keys to " + folder, e);
        }
        return keys;
    }

    public Path privateKey() {
        return folder.resolve("tokens-private.pem");
    }

    public Path publicKey() {
        return folder.resolve("tokens-public.pem");
    }

    private void generate() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            PrivateFile.write(
                    publicKey(), Pem.encode("PUBLIC KEY", pair.getPublic().getEncoded()));
            PrivateFile.write(
                    privateKey(), Pem.encode("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }
}
