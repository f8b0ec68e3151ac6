package dev.broadsheet.subscription.importing;

import java.util.UUID;

/** One newsletter that a row gives to a reader. */
record AddedSubscription(UUID subscriberId, String newsletter, ImportRow row) {}
