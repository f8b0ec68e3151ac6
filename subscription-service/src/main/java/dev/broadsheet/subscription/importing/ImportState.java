package dev.broadsheet.subscription.importing;

/** How far an import is. */
enum ImportState {
    RUNNING,
    /** Read to its end. */
    DONE,
    /** Ended before its end was read. What was imported until then stays; the same file can be imported again. */
    ABORTED
}
