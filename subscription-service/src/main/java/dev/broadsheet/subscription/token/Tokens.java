package dev.broadsheet.subscription.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/**
 * Issues and opens the tokens in the links of mails. They are signed, not encrypted: they hold ids and slugs, and
 * nothing by which a stranger would know the reader.
 */
@ApplicationScoped
public class Tokens {

    private static final String NEWSLETTER = "newsletter";

    private final TokenSignatures signatures;
    private final Clock clock;

    Tokens(TokenSignatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    public String issue(ConfirmationToken token) {
        JwtClaims claims = claimsOf(token.subscriberId());
        claims.setJwtId(token.signUpId().toString());
        claims.setExpirationTime(NumericDate.fromSeconds(token.expiresAt().getEpochSecond()));
        return signatures.sign(TokenPurpose.CONFIRM, claims);
    }

    public String issue(UnsubscribeToken token) {
        JwtClaims claims = claimsOf(token.subscriberId());
        claims.setStringClaim(NEWSLETTER, token.newsletter());
        return signatures.sign(TokenPurpose.UNSUBSCRIBE, claims);
    }

    public String issue(PreferencesToken token) {
        return signatures.sign(TokenPurpose.PREFERENCES, claimsOf(token.subscriberId()));
    }

    /**
     * @throws ForgedTokenException if it was not issued here for this purpose
     * @throws ExpiredTokenException if it was, and its time is over
     */
    public ConfirmationToken openConfirmation(String token) {
        JwtClaims claims = signatures.verify(TokenPurpose.CONFIRM, token);
        try {
            Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            if (!clock.instant().isBefore(expiresAt)) {
                throw new ExpiredTokenException();
            }
            return new ConfirmationToken(subscriberOf(claims), UUID.fromString(claims.getJwtId()), expiresAt);
        } catch (MalformedClaimException e) {
            throw new ForgedTokenException();
        }
    }

    /** @throws ForgedTokenException if it was not issued here for this purpose */
    public UnsubscribeToken openUnsubscribe(String token) {
        JwtClaims claims = signatures.verify(TokenPurpose.UNSUBSCRIBE, token);
        return new UnsubscribeToken(subscriberOf(claims), claims.getClaimValueAsString(NEWSLETTER));
    }

    /** @throws ForgedTokenException if it was not issued here for this purpose */
    public PreferencesToken openPreferences(String token) {
        return new PreferencesToken(subscriberOf(signatures.verify(TokenPurpose.PREFERENCES, token)));
    }

    private static JwtClaims claimsOf(UUID subscriberId) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subscriberId.toString());
        return claims;
    }

    private static UUID subscriberOf(JwtClaims claims) {
        return UUID.fromString(claims.getClaimValueAsString("sub"));
    }
}
