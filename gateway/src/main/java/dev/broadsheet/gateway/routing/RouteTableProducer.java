package dev.broadsheet.gateway.routing;

import dev.broadsheet.gateway.configuration.GatewayConfiguration;
import dev.broadsheet.gateway.configuration.GatewayConfiguration.UpstreamOrigin;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class RouteTableProducer {

    @Produces
    @Singleton
    RouteTable routeTable(GatewayConfiguration configuration) {
        Map<String, MemorySize> limits = configuration.bodyLimits();
        Set<String> unusedLimits = new HashSet<>(limits.keySet());
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<String, UpstreamOrigin> upstream :
                configuration.upstreams().entrySet()) {
            for (String path : upstream.getValue().paths()) {
                unusedLimits.remove(path);
                if (upstream.getValue().url().isPresent()) {
                    MemorySize limit = limits.getOrDefault(path, configuration.bodyLimit());
                    routes.add(new Route(path, upstream.getKey(), limit.asLongValue()));
                }
            }
        }
        if (!unusedLimits.isEmpty()) {
            throw new IllegalArgumentException("Body limits for paths that no upstream has: " + unusedLimits);
        }
        return new RouteTable(routes);
    }
}
