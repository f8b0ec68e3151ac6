package dev.broadsheet.frontend.signup;

import dev.broadsheet.frontend.api.Problem;
import java.util.List;

/** Why a sign-up was not taken. */
enum SignUpProblem {
    EMAIL_INVALID,
    CHOICE_MISSING,
    CHOICE_UNKNOWN,
    FAILED;

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
        return codes.contains("newsletter.unknown") ? CHOICE_UNKNOWN : FAILED;
    }
}
