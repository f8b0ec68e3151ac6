package dev.broadsheet.notification.delivery;

/**
 * An article as an edition shows it.
 *
 * @param html the body, safe to stand in a mail as it is
 * @param text the body for mail programs without HTML
 */
record Story(String headline, String url, String section, String byline, int readMinutes, String html, String text) {}
