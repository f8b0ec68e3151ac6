package dev.broadsheet.localstack.client;

import dev.broadsheet.localstack.keys.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Mints the bearer tokens that an identity provider would issue elsewhere. */
public final class Tokens {

    public static final String EDITOR = "editor";
    public static final String OPERATOR = "operator";

    private static final Duration VALIDITY = Duration.ofHours(12);
    /** Services allow some skew; a token from the same machine needs only the rounding to seconds. */
    private static final Duration BACKDATED = Duration.ofSeconds(2);

    private final PrivateKey key;
    private final String issuer;

    public Tokens(Path privateKey, String issuer) {
        this.key = read(privateKey);
        this.issuer = issuer;
    }

    /** The tokens that the services of this test JVM accept. Works from any class loader. */
    public static Tokens ofTestStack() {
        return new Tokens(
                Path.of(StackProperties.require(StackProperties.TOKENS_KEY)),
                StackProperties.require(StackProperties.TOKENS_ISSUER));
    }

    public String editor() {
        return issue(EDITOR, VALIDITY);
    }

    /** For another editor than the one that {@link #editor()} stands for. */
    public String editor(String name) {
        return issue(name, EDITOR, VALIDITY);
    }

    public String operator() {
        return issue(OPERATOR, VALIDITY);
    }

    public String forRole(String role) {
        return issue(role, VALIDITY);
    }

    public String expired(String role) {
        return issue(role, Duration.ofHours(-1));
    }

    private String issue(String role, Duration validity) {
        return issue("local-" + role, role, validity);
    }

    private String issue(String name, String role, Duration validity) {
        Instant now = Instant.now();
        Instant end = now.plus(validity);
        Instant start = validity.isNegative() ? end.minus(VALIDITY) : now.minus(BACKDATED);
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(name);
        claims.setStringClaim("upn", name);
        claims.setStringListClaim("groups", List.of(role));
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(start.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }

    private static PrivateKey read(Path file) {
        try {
            byte[] encoded = Pem.decode(Files.readString(file));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the signing key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a signing key: " + file, e);
        }
    }
}
