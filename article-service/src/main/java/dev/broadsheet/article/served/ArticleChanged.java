package dev.broadsheet.article.served;

import java.util.UUID;

/** Tells, within this replica, that what the public sees of an article changes with the transaction under way. */
public record ArticleChanged(UUID article) {}
