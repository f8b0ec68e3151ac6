package dev.broadsheet.localstack;

/** A part of the stack could not do what it was asked; the message is meant for the person at the keyboard. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message + reason(cause), cause);
    }

    /** Test runners and the launcher show the first line only, and the reason is at the far end of the chain. */
    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return ": " + deepest;
    }
}
