package dev.broadsheet.gateway.routing;

/** The request line names nothing that two servers would be sure to read alike. */
public final class MalformedTargetException extends Exception {

    MalformedTargetException(String message) {
        super(message, null, false, false);
    }
}
