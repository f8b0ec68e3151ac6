package dev.broadsheet.notification.pastedition;

import java.time.Instant;
import java.util.UUID;

/** An edition in the list of past ones. */
public record ListedPastEdition(UUID id, PastEdition.Newsletter newsletter, String subject, Instant closedAt) {}
