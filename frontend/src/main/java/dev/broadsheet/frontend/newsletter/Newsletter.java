package dev.broadsheet.frontend.newsletter;

/** A newsletter as the catalog shows it. */
public record Newsletter(String slug, String name, String tagline, String description) {}
