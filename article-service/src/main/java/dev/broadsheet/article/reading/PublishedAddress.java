package dev.broadsheet.article.reading;

import java.time.Instant;

/** Where a public article is, and when it last changed. */
public record PublishedAddress(String url, Instant updatedAt) {}
