package dev.broadsheet.subscription.token;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/** Signs claims for a purpose and verifies them: compact JWS with HMAC-SHA256. */
@Singleton
class TokenSignatures {

    /** Ours are below 300 characters. What is far longer is refused before anything is computed from it. */
    private static final int LONGEST = 1024;

    /** Whether a token expired is for those to say who know its purpose, by the service's own clock. */
    private static final NumericDate BEFORE_ANY_EXPIRY = NumericDate.fromSeconds(0);

    private final SigningKeys keys;
    private final Map<TokenPurpose, String> encodedHeaders = new EnumMap<>(TokenPurpose.class);

    TokenSignatures(SigningKeys keys) {
        this.keys = keys;
        for (TokenPurpose purpose : TokenPurpose.values()) {
            encodedHeaders.put(purpose, encodedHeader(purpose, keys.current()));
        }
    }

    /**
     * What jose4j makes, and verifies, put together here: an import signs two tokens and more for each row, and with the
     * library's own way that was most of its work.
     */
    String sign(TokenPurpose purpose, JwtClaims claims) {
        String content =
                encodedHeaders.get(purpose) + "." + encoded(claims.toJson().getBytes(StandardCharsets.UTF_8));
        return content + "." + encoded(keys.current().sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encodedHeader(TokenPurpose purpose, SigningKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader(HeaderParameterNames.TYPE, purpose.type());
        signature.setKeyIdHeaderValue(key.id());
        return signature.getHeaders().getEncodedHeader();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The claims of a token that was signed here for this purpose. Its expiry is the caller's to judge. */
    JwtClaims verify(TokenPurpose purpose, String token) {
        if (token == null || token.length() > LONGEST) {
            throw new ForgedTokenException();
        }
        try {
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(this::keyOf)
                    .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                    .setExpectedType(true, purpose.type())
                    .setRequireSubject()
                    .setEvaluationTime(BEFORE_ANY_EXPIRY)
                    .build()
                    .processToClaims(token);
        } catch (InvalidJwtException e) {
            // Without the cause, whose message quotes the token.
            throw new ForgedTokenException();
        }
    }

    private Key keyOf(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return keys.byId(signature.getKeyIdHeaderValue())
                .orElseThrow(() -> new UnresolvableKeyException("No key of this id"))
                .secret();
    }
}
