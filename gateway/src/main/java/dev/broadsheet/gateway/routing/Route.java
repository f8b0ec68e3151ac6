package dev.broadsheet.gateway.routing;

/** A path prefix, the upstream that owns it and the longest body, in bytes, that it takes. */
public record Route(String prefix, String upstream, long bodyLimit) {}
