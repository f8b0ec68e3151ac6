package dev.broadsheet.subscription.token;

import jakarta.inject.Singleton;
import java.security.Key;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Signs claims for a purpose and verifies them: compact JWS with HMAC-SHA256. */
@Singleton
class TokenSignatures {

    /** Ours are below 300 characters. What is far longer is refused before anything is computed from it. */
    private static final int LONGEST = 1024;

    /** Whether a token expired is for those to say who know its purpose, by the service's own clock. */
    private static final NumericDate BEFORE_ANY_EXPIRY = NumericDate.fromSeconds(0);

    private final SigningKeys keys;

    TokenSignatures(SigningKeys keys) {
        this.keys = keys;
    }

    String sign(TokenPurpose purpose, JwtClaims claims) {
        SigningKey key = keys.current();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader(HeaderParameterNames.TYPE, purpose.type());
        signature.setKeyIdHeaderValue(key.id());
        signature.setKey(key.secret());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
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
