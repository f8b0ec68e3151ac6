package dev.broadsheet.subscription.token;

import java.util.UUID;

/** Whoever holds it can take this reader out of this newsletter. It never expires: old mail keeps its way out. */
public record UnsubscribeToken(UUID subscriberId, String newsletter) {}
