package dev.broadsheet.frontend.signup;

import dev.broadsheet.frontend.api.Api;
import dev.broadsheet.frontend.api.UnavailableException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Opens a form anew for each page that shows one. */
@Singleton
public class OpenedForms {

    private final Api api;
    private final FormApi forms;

    OpenedForms(Api api, @RestClient FormApi forms) {
        this.api = api;
        this.forms = forms;
    }

    /** The form, ready to be filled in. If the API does not open it, the reader may try without, and the API judges. */
    public SignUpForm open(SignUpForm form) {
        try {
            return form.opened(api.fetch(forms::open));
        } catch (UnavailableException e) {
            return form;
        }
    }
}
