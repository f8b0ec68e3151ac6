package dev.broadsheet.notification.paging;

import java.util.List;

/**
 * Part of a list.
 *
 * @param next the cursor of the next part; null at the end
 */
public record Page<T>(List<T> items, String next) {}
