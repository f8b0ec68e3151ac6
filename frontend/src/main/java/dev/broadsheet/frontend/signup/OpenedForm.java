package dev.broadsheet.frontend.signup;

/**
 * What the API wants to see again with a form that was filled in.
 *
 * @param form a token that says when the form was opened
 * @param proof the work that is asked for; null while none is
 */
public record OpenedForm(String form, Proof proof) {

    /** In ALTCHA's words: a number up to the maximum, of which the salt and the number have the hash. */
    public record Proof(String algorithm, String challenge, String salt, String signature, long maxnumber) {}
}
