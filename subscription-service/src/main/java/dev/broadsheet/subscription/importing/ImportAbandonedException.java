package dev.broadsheet.subscription.importing;

/** The import was silent for so long that it counts as dead. It must not go on behind the back of who was told so. */
final class ImportAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportAbandonedException() {
        super("The import was given up in the meantime");
    }
}
