package dev.broadsheet.frontend.api;

import java.net.URI;

/** What was asked for has another address by now. */
public class MovedException extends RuntimeException {

    private final transient URI location;

    MovedException(URI location) {
        super("The API knows it by another address");
        this.location = location;
    }

    /** Where the API has it. */
    public URI location() {
        return location;
    }
}
