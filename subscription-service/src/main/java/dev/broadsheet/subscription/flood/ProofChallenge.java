package dev.broadsheet.subscription.flood;

import org.altcha.altcha.Altcha.Challenge;

/** A challenge as ALTCHA's clients take it. */
public record ProofChallenge(String algorithm, String challenge, String salt, String signature, long maxnumber) {

    static ProofChallenge of(Challenge made) {
        return new ProofChallenge(made.algorithm, made.challenge, made.salt, made.signature, made.maxnumber);
    }
}
