package dev.broadsheet.contracts;

/**
 * What was read is not the event that its type says. Reading it again will not help: it belongs on a dead-letter topic.
 * The message is safe to log: it names properties and positions, never the values that were read.
 */
public final class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
