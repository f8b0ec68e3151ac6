package dev.broadsheet.notification.confirmation;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import java.util.UUID;

/** A confirmation mail that a sender has claimed. */
record DueConfirmation(UUID id, int attempts, SubscriptionCreated signUp) {}
