package dev.broadsheet.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A batch in the hands of one sender.
 *
 * @param owner the sender, for as long as its lease lasts
 * @param closedAt when the edition closed: from then on counts how long its mails are tried
 */
record Batch(UUID id, UUID edition, UUID owner, Instant closedAt) {}
