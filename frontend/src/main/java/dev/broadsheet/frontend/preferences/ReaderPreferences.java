package dev.broadsheet.frontend.preferences;

import dev.broadsheet.frontend.api.Api;
import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The preferences of the reader who holds a link. All of it ends in a {@link RefusedException} or an
 * {@link UnavailableException} where it does not work.
 */
@Singleton
class ReaderPreferences {

    private final Api api;
    private final PreferencesReadingApi reading;
    private final PreferencesApi changing;

    ReaderPreferences(Api api, @RestClient PreferencesReadingApi reading, @RestClient PreferencesApi changing) {
        this.api = api;
        this.reading = reading;
        this.changing = changing;
    }

    Preferences read(String token) {
        return api.ask(() -> reading.read(bearer(token)));
    }

    void change(String token, PreferencesApi.Change wanted) {
        api.tell(() -> changing.change(bearer(token), wanted));
    }

    void erase(String token, boolean never) {
        api.tell(() -> changing.erase(bearer(token), never));
    }

    void mailLink(String email) {
        api.tell(() -> changing.mailLink(new PreferencesApi.Mailbox(email)));
    }

    void changeAddress(String token, String email) {
        api.tell(() -> changing.changeAddress(bearer(token), new PreferencesApi.Mailbox(email)));
    }

    PreferencesApi.AddressChange.State confirmAddress(String token) {
        return api.ask(() -> changing.confirmAddress(new PreferencesApi.Link(token)))
                .state();
    }

    /** All that is held of the reader, as the API writes it. */
    String export(String token) {
        AtomicReference<String> content = new AtomicReference<>();
        api.tell(() -> {
            Response answer = changing.export(bearer(token));
            content.set(answer.readEntity(String.class));
            return answer;
        });
        return content.get();
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }
}
