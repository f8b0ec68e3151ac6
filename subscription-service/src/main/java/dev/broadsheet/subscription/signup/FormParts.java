package dev.broadsheet.subscription.signup;

import dev.broadsheet.subscription.flood.ProofChallenge;

/**
 * What a sign-up form carries along.
 *
 * @param form a token, to be sent back as it is
 * @param proof a challenge whose solution is to be sent along; null where none is asked for
 */
public record FormParts(String form, ProofChallenge proof) {}
