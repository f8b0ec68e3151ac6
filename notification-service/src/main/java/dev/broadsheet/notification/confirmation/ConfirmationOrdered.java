package dev.broadsheet.notification.confirmation;

/** Fired in the transaction that orders a confirmation mail; whoever sends is woken after its commit. */
record ConfirmationOrdered() {}
