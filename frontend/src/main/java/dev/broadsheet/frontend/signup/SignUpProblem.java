package dev.broadsheet.frontend.signup;

import dev.broadsheet.frontend.api.Problem;
import java.util.List;
import java.util.Set;

/** Why a sign-up was not taken. */
enum SignUpProblem {
    EMAIL_INVALID,
    CHOICE_MISSING,
    CHOICE_UNKNOWN,
    FORM_INVALID,
    PROOF_MISSING,
    PROOF_REFUSED,
    FAILED;

    private static final Set<String> REFUSED_PROOFS = Set.of("proof.invalid", "proof.expired", "proof.spent");

    /** The first of them that the reader can mend; the others show when that one is mended. */
    static SignUpProblem of(Problem problem) {
        List<String> codes =
                problem.violations().stream().map(Problem.Violation::code).toList();
        if (codes.contains("email.invalid")) {
            return EMAIL_INVALID;
        }
        if (codes.contains("newsletters.empty")) {
            return CHOICE_MISSING;
        }
        if (codes.contains("newsletter.unknown")) {
            return CHOICE_UNKNOWN;
        }
        if (codes.contains("form.invalid")) {
            return FORM_INVALID;
        }
        if (codes.contains("proof.missing")) {
            return PROOF_MISSING;
        }
        return codes.stream().anyMatch(REFUSED_PROOFS::contains) ? PROOF_REFUSED : FAILED;
    }
}
