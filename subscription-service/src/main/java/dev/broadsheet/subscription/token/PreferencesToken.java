package dev.broadsheet.subscription.token;

import java.util.UUID;

/** Whoever holds it can see and change this reader's preferences. It never expires. */
public record PreferencesToken(UUID subscriberId) {}
