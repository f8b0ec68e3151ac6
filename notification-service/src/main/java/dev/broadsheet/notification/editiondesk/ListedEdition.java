package dev.broadsheet.notification.editiondesk;

import java.time.Instant;
import java.util.UUID;

/** An edition in the desk's list, without what has to be counted. */
public record ListedEdition(
        UUID id,
        String newsletter,
        String state,
        boolean held,
        Instant slot,
        Instant openedAt,
        Instant closedAt,
        Instant finishedAt,
        long audience,
        long articles) {}
