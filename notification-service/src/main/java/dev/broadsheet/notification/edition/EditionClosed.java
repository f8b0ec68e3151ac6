package dev.broadsheet.notification.edition;

/** Fired in the transaction that closes an edition; the freezer is woken after its commit. */
record EditionClosed() {}
