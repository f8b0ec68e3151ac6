package dev.broadsheet.subscription.token;

import dev.broadsheet.subscription.token.AddressChangeToken.Mailbox;
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
    private static final String MAILBOX = "mailbox";
    private static final String SHOWN_AT = "shown_at";
    private static final String NOBODY = "anybody";

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
        JwtClaims claims = claimsOf(token.subscriberId());
        if (token.isFresh()) {
            claims.setExpirationTime(NumericDate.fromSeconds(token.expiresAt().getEpochSecond()));
        }
        return signatures.sign(TokenPurpose.PREFERENCES, claims);
    }

    public String issue(AddressChangeToken token) {
        JwtClaims claims = claimsOf(token.subscriberId());
        claims.setJwtId(token.changeId().toString());
        claims.setStringClaim(MAILBOX, token.mailbox().name());
        claims.setExpirationTime(NumericDate.fromSeconds(token.expiresAt().getEpochSecond()));
        return signatures.sign(TokenPurpose.ADDRESS_CHANGE, claims);
    }

    public String issue(FormToken token) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(NOBODY);
        claims.setClaim(SHOWN_AT, token.shownAt().toEpochMilli());
        return signatures.sign(TokenPurpose.FORM, claims);
    }

    /**
     * @throws ForgedTokenException if it was not issued here for this purpose
     * @throws ExpiredTokenException if it was, and its time is over
     */
    public ConfirmationToken openConfirmation(String token) {
        JwtClaims claims = signatures.verify(TokenPurpose.CONFIRM, token);
        return new ConfirmationToken(subscriberOf(claims), idOf(claims), unexpired(claims));
    }

    /** @throws ForgedTokenException if it was not issued here for this purpose */
    public UnsubscribeToken openUnsubscribe(String token) {
        JwtClaims claims = signatures.verify(TokenPurpose.UNSUBSCRIBE, token);
        return new UnsubscribeToken(subscriberOf(claims), claims.getClaimValueAsString(NEWSLETTER));
    }

    /**
     * @throws ForgedTokenException if it was not issued here for this purpose
     * @throws ExpiredTokenException if it was, and its time is over
     */
    public PreferencesToken openPreferences(String token) {
        JwtClaims claims = signatures.verify(TokenPurpose.PREFERENCES, token);
        boolean forGood = !claims.hasClaim("exp");
        return new PreferencesToken(subscriberOf(claims), forGood ? null : unexpired(claims));
    }

    /**
     * @throws ForgedTokenException if it was not issued here for this purpose
     * @throws ExpiredTokenException if it was, and its time is over
     */
    public AddressChangeToken openAddressChange(String token) {
        JwtClaims claims = signatures.verify(TokenPurpose.ADDRESS_CHANGE, token);
        Mailbox mailbox = Mailbox.valueOf(claims.getClaimValueAsString(MAILBOX));
        return new AddressChangeToken(subscriberOf(claims), idOf(claims), mailbox, unexpired(claims));
    }

    /** @throws ForgedTokenException if it was not issued here for this purpose */
    public FormToken openForm(String token) {
        JwtClaims claims = signatures.verify(TokenPurpose.FORM, token);
        return new FormToken(Instant.ofEpochMilli(((Number) claims.getClaimValue(SHOWN_AT)).longValue()));
    }

    private Instant unexpired(JwtClaims claims) {
        try {
            Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            if (!clock.instant().isBefore(expiresAt)) {
                throw new ExpiredTokenException();
            }
            return expiresAt;
        } catch (MalformedClaimException e) {
            throw new ForgedTokenException();
        }
    }

    private static UUID idOf(JwtClaims claims) {
        return UUID.fromString(claims.getClaimValueAsString("jti"));
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
