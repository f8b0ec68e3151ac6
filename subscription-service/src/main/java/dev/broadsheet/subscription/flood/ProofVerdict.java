package dev.broadsheet.subscription.flood;

import java.time.Instant;

/**
 * What a proof of work is worth.
 *
 * @param challenge which challenge it answers; null unless solved
 * @param expiresAt until when the challenge could be answered; null unless solved
 */
public record ProofVerdict(Kind kind, String challenge, Instant expiresAt) {

    static ProofVerdict of(Kind kind) {
        return new ProofVerdict(kind, null, null);
    }

    public enum Kind {
        SOLVED,
        MISSING,
        INVALID,
        EXPIRED
    }
}
