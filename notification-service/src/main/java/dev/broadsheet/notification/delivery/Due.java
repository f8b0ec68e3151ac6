package dev.broadsheet.notification.delivery;

import java.util.UUID;

/** A delivery that a sender has claimed, with all that its mail needs of the reader. */
public record Due(UUID subscriberId, int attempts, String email, String unsubscribeToken) {}
