package dev.broadsheet.frontend.unsubscribe;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * @param token what the button sends; null where there is no button
 * @param newsletters names of what the reader is out of
 */
@CheckedTemplate(basePath = "unsubscribe", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record UnsubscribePage(State state, String token, List<String> newsletters) implements TemplateInstance {

    enum State {
        ASKING,
        LEFT,
        FORGED,
        FAILED
    }

    static UnsubscribePage asking(String token) {
        return new UnsubscribePage(State.ASKING, token, List.of());
    }

    static UnsubscribePage left(List<String> newsletters) {
        return new UnsubscribePage(State.LEFT, null, newsletters);
    }

    static UnsubscribePage forged() {
        return new UnsubscribePage(State.FORGED, null, List.of());
    }

    static UnsubscribePage failed(String token) {
        return new UnsubscribePage(State.FAILED, token, List.of());
    }
}
