package dev.broadsheet.notification.delivery;

/** Fired in a transaction that lets batches be ordered: new ones, or others by making room. */
record BatchesDue() {}
