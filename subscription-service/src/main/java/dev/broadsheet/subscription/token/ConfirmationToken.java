package dev.broadsheet.subscription.token;

import java.time.Instant;
import java.util.UUID;

/**
 * Whoever holds it can confirm one sign-up.
 *
 * @param expiresAt whole seconds; what is finer is lost in the token
 */
public record ConfirmationToken(UUID subscriberId, UUID signUpId, Instant expiresAt) {}
