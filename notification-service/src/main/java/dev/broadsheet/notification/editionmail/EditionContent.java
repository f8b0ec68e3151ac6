package dev.broadsheet.notification.editionmail;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.newsletter.Masthead;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an edition is made of.
 *
 * @param closedAt null while it is open
 * @param isDigest several articles, each with its summary; otherwise it is one article, whole
 * @param articles at least one, as they were when the edition closed
 */
record EditionContent(
        UUID id, Masthead masthead, Instant closedAt, boolean isDigest, List<ArticlePublished> articles) {}
