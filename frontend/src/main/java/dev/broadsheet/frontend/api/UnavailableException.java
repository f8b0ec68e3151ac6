package dev.broadsheet.frontend.api;

/** The API did not answer, or not usefully. Asking again later may help. */
public class UnavailableException extends RuntimeException {

    UnavailableException(Throwable cause) {
        super("The API is not available", cause);
    }
}
