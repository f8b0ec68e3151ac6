package dev.broadsheet.localstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.localstack.keys.Pem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void anEditorsTokenIsAcceptedByWhoeverHasThePublicKey() throws Exception {
        JwtClaims claims = consumer().processToClaims(Tokens.ofTestStack().editor());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("editor");
        assertThat(claims.getSubject()).isEqualTo("local-editor");
    }

    @Test
    void anotherEditorHasAnotherName() throws Exception {
        JwtClaims claims = consumer().processToClaims(Tokens.ofTestStack().editor("night-desk"));
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("editor");
        assertThat(claims.getSubject()).isEqualTo("night-desk");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("night-desk");
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        JwtConsumer consumer = consumer();
        String expired = Tokens.ofTestStack().expired(Tokens.EDITOR);
        assertThatThrownBy(() -> consumer.processToClaims(expired)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void nobodyElseReadsTheSigningKey() throws Exception {
        Path key = Path.of(System.getProperty("broadsheet.test.tokens.key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    private static JwtConsumer consumer() throws Exception {
        String location = System.getProperty("mp.jwt.verify.publickey.location");
        byte[] encoded = Pem.decode(Files.readString(Path.of(URI.create(location))));
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(System.getProperty("mp.jwt.verify.issuer"))
                .setRequireExpirationTime()
                .build();
    }
}
