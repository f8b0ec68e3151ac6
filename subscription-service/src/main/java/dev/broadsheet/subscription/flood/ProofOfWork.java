package dev.broadsheet.subscription.flood;

import dev.broadsheet.subscription.flood.FloodConfig.ProofConfig;
import dev.broadsheet.subscription.token.SharedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.altcha.altcha.Altcha.Payload;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * A sum that costs a sender of one sign-up nothing to speak of and a sender of a million a lot: ALTCHA's protocol, made
 * and checked by its library. Challenges are signed, so nothing is kept of those that nobody answers.
 */
@ApplicationScoped
public class ProofOfWork {

    private static final String KEY_USE = "proof of work";
    private static final int LONGEST = 2_000;

    private final ProofConfig config;
    private final SharedSecrets secrets;
    private final SpentProofs spent;
    private final Clock clock;

    ProofOfWork(FloodConfig config, SharedSecrets secrets, SpentProofs spent, Clock clock) {
        this.config = config.proofOfWork();
        this.secrets = secrets;
        this.spent = spent;
        this.clock = clock;
    }

    public boolean isRequired() {
        return config.required();
    }

    /** A new challenge; empty where none is required. */
    public Optional<ProofChallenge> challenge() {
        if (!config.required()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProofChallenge.of(Altcha.createChallenge(new ChallengeOptions()
                    .setHmacKey(secrets.current(KEY_USE))
                    .setMaxNumber(config.maximum())
                    .setSecureRandomNumber(true)
                    .setExpires(clock.instant().plus(config.lifetime()).getEpochSecond()))));
        } catch (Exception e) {
            throw new IllegalStateException("A challenge could not be made", e);
        }
    }

    /** What the sender has found, unless it is none of ours. */
    public ProofVerdict judge(String base64) {
        if (base64 == null || base64.isBlank()) {
            return ProofVerdict.of(ProofVerdict.Kind.MISSING);
        }
        try {
            Payload payload = read(base64);
            Instant expiresAt = Instant.ofEpochSecond(
                    Long.parseLong(Altcha.extractParams(payload.salt).get("expires")));
            if (!isSolved(payload)) {
                return ProofVerdict.of(ProofVerdict.Kind.INVALID);
            }
            return clock.instant().isBefore(expiresAt)
                    ? new ProofVerdict(ProofVerdict.Kind.SOLVED, payload.challenge, expiresAt)
                    : ProofVerdict.of(ProofVerdict.Kind.EXPIRED);
        } catch (Exception e) {
            // Whatever a stranger sent that is no payload. The library declares nothing narrower.
            return ProofVerdict.of(ProofVerdict.Kind.INVALID);
        }
    }

    /** Uses a proof up, in the transaction of the caller. False if somebody has used it before. */
    public boolean spend(ProofVerdict solved) {
        return spent.add(solved.challenge(), solved.expiresAt());
    }

    private boolean isSolved(Payload payload) throws Exception {
        for (String key : secrets.accepted(KEY_USE)) {
            if (Altcha.verifySolution(payload, key, false)) {
                return true;
            }
        }
        return false;
    }

    private static Payload read(String base64) throws JSONException {
        if (base64.length() > LONGEST) {
            throw new JSONException("Too long");
        }
        JSONObject json = new JSONObject(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        Payload payload = new Payload();
        payload.algorithm = json.getString("algorithm");
        payload.challenge = json.getString("challenge");
        payload.number = json.getLong("number");
        payload.salt = json.getString("salt");
        payload.signature = json.getString("signature");
        return payload;
    }
}
