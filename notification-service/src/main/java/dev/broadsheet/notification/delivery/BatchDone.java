package dev.broadsheet.notification.delivery;

import java.util.UUID;

/** The last delivery of a batch is final. Fired in the transaction that makes it so. */
public record BatchDone(UUID editionId) {}
