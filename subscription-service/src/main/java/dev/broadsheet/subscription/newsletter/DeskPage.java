package dev.broadsheet.subscription.newsletter;

import java.util.List;

/**
 * One page of the desk's list.
 *
 * @param next the cursor of the page after it; null on the last
 */
public record DeskPage(List<DeskNewsletter> items, String next) {}
