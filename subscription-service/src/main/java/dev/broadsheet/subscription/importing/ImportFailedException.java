package dev.broadsheet.subscription.importing;

/** The import cannot go on; what was committed stays. */
final class ImportFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportFailedException(Throwable cause) {
        super("The import cannot go on", cause);
    }
}
