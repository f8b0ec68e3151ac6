package dev.broadsheet.frontend.preferences;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * @param token what the page's forms send along
 * @param notice what came of the last form
 * @param newEmail what was typed as the new address
 */
@CheckedTemplate(basePath = "preferences", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PreferencesPage(
        String token,
        Preferences preferences,
        List<Choice> languages,
        List<ZoneRegion> zones,
        Notice notice,
        String newEmail)
        implements TemplateInstance {

    enum Notice {
        NONE,
        SAVED,
        NOT_SAVED,
        DAY_REFUSED,
        CHOICE_REFUSED,
        ADDRESS_ASKED,
        ADDRESS_INVALID,
        ADDRESS_FAILED,
        EXPORT_FAILED
    }

    /** One of several values, as a form offers it. */
    record Choice(String value, String label, boolean chosen) {}

    static PreferencesPage of(String token, Preferences preferences, Notice notice) {
        return of(token, preferences, notice, "");
    }

    static PreferencesPage of(String token, Preferences preferences, Notice notice, String newEmail) {
        String language = Locale.forLanguageTag(Objects.toString(preferences.locale(), ""))
                .getLanguage();
        return new PreferencesPage(
                token,
                preferences,
                List.of(
                        new Choice("en", "English", !language.equals("es")),
                        new Choice("es", "Español", language.equals("es"))),
                ZoneRegion.all(preferences.zone()),
                notice,
                newEmail);
    }
}
