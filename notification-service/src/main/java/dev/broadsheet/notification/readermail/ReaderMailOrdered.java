package dev.broadsheet.notification.readermail;

/** Fired in the transaction that orders a mail; whoever sends is woken after its commit. */
record ReaderMailOrdered() {}
