package dev.broadsheet.subscription.importing;

/** What the readers to import are written in. */
enum ImportFormat {
    CSV,
    NDJSON
}
