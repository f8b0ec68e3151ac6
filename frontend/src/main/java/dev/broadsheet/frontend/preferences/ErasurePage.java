package dev.broadsheet.frontend.preferences;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * @param token what the button sends; null where there is no button
 * @param never whether the address is to get no mail ever again
 */
@CheckedTemplate(basePath = "preferences", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ErasurePage(State state, String token, boolean never) implements TemplateInstance {

    enum State {
        ASKING,
        ERASED,
        FAILED
    }
}
