package dev.broadsheet.article.topics;

/** A section as readers see it. */
public record TopicView(String slug, String name) {}
