package dev.broadsheet.article.topics;

/** Tells, within the transaction, that a topic is called differently from now on. */
public record TopicChanged(String slug) {}
