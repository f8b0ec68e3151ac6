package dev.broadsheet.subscription.signup;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reader sent, nothing of it checked. Any part may be null. */
@Schema(name = "SignUp")
public record SignUpForm(
        @Schema(examples = "\"reader@example.org\"") String email,

        @Schema(description = "Slugs", examples = "[\"markets\", \"denver\"]")
        List<String> newsletters,

        @Schema(description = "IANA time zone", examples = "\"America/Denver\"")
        String zone,

        @Schema(description = "Leave it out: people do not see this field, programs fill it")
        String website,

        @Schema(
                description =
                        "What stood in the form, from /api/v1/subscriptions/form. Leave it out where there was none")
        String form,

        @Schema(description = "ALTCHA's payload in Base64, where /api/v1/subscriptions/form asks for one")
        String proof) {

    boolean isFilledByAProgram() {
        return website != null && !website.isBlank();
    }

    /** Without its parts, one of which is a mail address. */
    @Override
    public String toString() {
        return "SignUpForm[withheld]";
    }
}
