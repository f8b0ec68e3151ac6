package dev.broadsheet.gateway.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Longest-prefix match by whole path segments. */
public final class RouteTable {

    private static final String ROOT = "/";
    private static final String MANAGEMENT = "/q";

    /** A route for "/" must not reach below these: management is private, and an unknown API path is a 404. */
    private static final Set<String> CLOSED = Set.of(MANAGEMENT, "/api");

    private final Map<String, Route> routes = new HashMap<>();

    public RouteTable(Collection<Route> routes) {
        for (Route route : routes) {
            requireUsable(route.prefix());
            Route other = this.routes.putIfAbsent(route.prefix(), route);
            if (other != null) {
                throw new IllegalArgumentException("The path %s is claimed by both %s and %s"
                        .formatted(route.prefix(), other.upstream(), route.upstream()));
            }
        }
    }

    /** Takes a path that {@link RequestTarget} has normalised. */
    public Optional<Route> match(String path) {
        String candidate = path;
        while (true) {
            Route route = routes.get(candidate);
            if (route != null) {
                return Optional.of(route);
            }
            if (CLOSED.contains(candidate) || candidate.equals(ROOT)) {
                return Optional.empty();
            }
            candidate = parent(candidate);
        }
    }

    private static String parent(String path) {
        int lastSlash = path.lastIndexOf('/');
        return lastSlash <= 0 ? ROOT : path.substring(0, lastSlash);
    }

    private static void requireUsable(String prefix) {
        boolean normal = prefix.equals(ROOT) || (isNormalised(prefix) && !prefix.endsWith("/"));
        boolean management = prefix.equals(MANAGEMENT) || prefix.startsWith(MANAGEMENT + "/");
        if (!normal || management) {
            throw new IllegalArgumentException("Not a path that can be routed: " + prefix);
        }
    }

    private static boolean isNormalised(String prefix) {
        try {
            return RequestTarget.parse(prefix).toString().equals(prefix);
        } catch (MalformedTargetException notAPath) {
            return false;
        }
    }
}
