package dev.broadsheet.subscription.newsletter;

/** Tells, within the transaction, that a newsletter is another from now on. */
record NewsletterSaved(String slug) {}
