package dev.broadsheet.notification.erasure;

/** Fired in the transaction that begins an erasure; whoever clears the ledger is woken after its commit. */
record ErasureBegun() {}
