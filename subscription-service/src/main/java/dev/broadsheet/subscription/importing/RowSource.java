package dev.broadsheet.subscription.importing;

import java.io.IOException;

/** The rows of a body, one by one. */
interface RowSource {

    /** The next one; null at the end. */
    CheckedRow next() throws IOException;
}
