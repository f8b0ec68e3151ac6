package dev.broadsheet.notification.deadletter;

import java.util.List;

/**
 * Part of the list of dead letters.
 *
 * @param next the cursor of the next part; null at the end
 */
public record DeadLetterPage(List<DeadLetter> items, String next) {}
