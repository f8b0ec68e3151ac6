package dev.broadsheet.frontend.signup;

import dev.broadsheet.frontend.newsletter.Newsletter;
import java.util.List;

/**
 * The form as a page shows it.
 *
 * @param pickable whether the reader chooses among newsletters; otherwise the choice is made and not shown
 * @param email what was typed
 * @param problem null while there is none
 * @param opened what the API wants to see again; null while it does not say
 */
public record SignUpForm(
        boolean pickable, List<Choice> choices, String email, SignUpProblem problem, OpenedForm opened) {

    /** A newsletter in the form. */
    public record Choice(Newsletter newsletter, boolean chosen) {}

    /** A form to choose from the whole catalog. */
    public static SignUpForm of(List<Newsletter> catalog) {
        return picking(catalog, List.of());
    }

    /** A form for one newsletter, which is named beside it. */
    public static SignUpForm of(Newsletter newsletter) {
        return new SignUpForm(false, List.of(new Choice(newsletter, true)), "", null, null);
    }

    static SignUpForm picking(List<Newsletter> catalog, List<String> chosen) {
        return new SignUpForm(
                true,
                catalog.stream()
                        .map(newsletter -> new Choice(newsletter, chosen.contains(newsletter.slug())))
                        .toList(),
                "",
                null,
                null);
    }

    /** For when the catalog cannot be read: nothing to choose from, and what was chosen is kept. */
    static SignUpForm keeping(List<String> chosen) {
        return new SignUpForm(
                false,
                chosen.stream()
                        .map(slug -> new Choice(new Newsletter(slug, slug, null, null), true))
                        .toList(),
                "",
                null,
                null);
    }

    SignUpForm with(String typed, SignUpProblem found) {
        return new SignUpForm(pickable, choices, typed, found, opened);
    }

    SignUpForm opened(OpenedForm by) {
        return new SignUpForm(pickable, choices, email, problem, by);
    }

    /** How a page with this form may be kept: never for others, and not at all where the work counts once. */
    public String caching(int seconds) {
        return opened == null || opened.proof() != null ? "no-store" : "private, max-age=" + seconds;
    }

    public boolean isEmailInvalid() {
        return problem == SignUpProblem.EMAIL_INVALID;
    }

    public boolean isChoiceMissing() {
        return problem == SignUpProblem.CHOICE_MISSING;
    }

    public boolean isChoiceUnknown() {
        return problem == SignUpProblem.CHOICE_UNKNOWN;
    }

    public boolean isFailed() {
        return problem == SignUpProblem.FAILED;
    }

    public boolean isProofMissing() {
        return problem == SignUpProblem.PROOF_MISSING;
    }

    public boolean isProofRefused() {
        return problem == SignUpProblem.PROOF_REFUSED;
    }

    public boolean isFormInvalid() {
        return problem == SignUpProblem.FORM_INVALID;
    }
}
