package dev.broadsheet.notification.delivery;

import dev.broadsheet.notification.editionmail.Recipient;

/**
 * A delivery that a sender has claimed.
 *
 * @param attempts how often it was tried before
 * @param locale the reader's language
 */
record Due(Recipient recipient, int attempts, String locale) {}
