package dev.broadsheet.frontend.preferences;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param token what the button sends; null where there is no button */
@CheckedTemplate(basePath = "preferences", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AddressPage(State state, String token) implements TemplateInstance {

    enum State {
        ASKING,
        WAITING,
        CHANGED,
        TAKEN,
        EXPIRED,
        FORGED,
        FAILED
    }

    static AddressPage of(State state) {
        return new AddressPage(state, null);
    }
}
