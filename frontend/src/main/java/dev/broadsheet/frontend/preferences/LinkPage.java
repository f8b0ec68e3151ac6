package dev.broadsheet.frontend.preferences;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Offers to mail a link.
 *
 * @param email what was typed
 */
@CheckedTemplate(basePath = "preferences", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LinkPage(State state, String email) implements TemplateInstance {

    enum State {
        ASKING,
        MAILED,
        EMAIL_INVALID,
        FAILED,
        FORGED,
        EXPIRED,
        FRESH_LINK_NEEDED
    }

    static LinkPage of(State state) {
        return new LinkPage(state, "");
    }
}
