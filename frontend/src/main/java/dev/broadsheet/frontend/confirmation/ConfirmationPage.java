package dev.broadsheet.frontend.confirmation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * @param token what the button sends; null where there is no button
 * @param newsletters names of what is confirmed
 */
@CheckedTemplate(basePath = "confirmation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ConfirmationPage(State state, String token, List<String> newsletters) implements TemplateInstance {

    enum State {
        ASKING,
        CONFIRMED,
        NOTHING_LEFT,
        EXPIRED,
        FORGED,
        FAILED
    }

    static ConfirmationPage asking(String token) {
        return new ConfirmationPage(State.ASKING, token, List.of());
    }

    static ConfirmationPage confirmed(List<String> newsletters) {
        return new ConfirmationPage(newsletters.isEmpty() ? State.NOTHING_LEFT : State.CONFIRMED, null, newsletters);
    }

    static ConfirmationPage expired() {
        return new ConfirmationPage(State.EXPIRED, null, List.of());
    }

    static ConfirmationPage forged() {
        return new ConfirmationPage(State.FORGED, null, List.of());
    }

    static ConfirmationPage failed(String token) {
        return new ConfirmationPage(State.FAILED, token, List.of());
    }
}
