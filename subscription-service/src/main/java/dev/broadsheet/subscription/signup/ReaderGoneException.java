package dev.broadsheet.subscription.signup;

/** A reader was erased between two steps of one decision. Trying again finds an unknown address. */
final class ReaderGoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReaderGoneException() {
        super("The reader was erased meanwhile");
    }
}
