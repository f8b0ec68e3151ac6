package dev.broadsheet.notification.newsletter;

import dev.broadsheet.notification.mail.Sender;

/** What an edition shows of its newsletter, and as whom it is sent. */
public record Masthead(String slug, String name, String tagline, Sender sender, boolean archived) {}
