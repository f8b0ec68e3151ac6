package dev.broadsheet.article.reading;

import java.time.Instant;

/**
 * Something that was read, and how old it is.
 *
 * @param changed when the public last saw any article come, change or go before it was read
 */
public record AsOf<T>(T value, Instant changed) {}
