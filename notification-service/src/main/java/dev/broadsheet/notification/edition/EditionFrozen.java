package dev.broadsheet.notification.edition;

/** Fired in the transaction that writes the last of an edition's audience into the ledger. */
record EditionFrozen() {}
