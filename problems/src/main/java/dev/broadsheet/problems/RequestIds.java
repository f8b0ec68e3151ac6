package dev.broadsheet.problems;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives every request an id, echoes it and puts it into the log's context as {@code requestId}. */
@ApplicationScoped
class RequestIds {

    static final String HEADER = "X-Request-Id";

    /** Ahead of everything that can refuse a request. */
    static final int PRIORITY = 1000;

    /** The id ends up in logs and headers: anything that could break out of either is replaced. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::identify, PRIORITY);
    }

    private static void identify(RoutingContext routing) {
        String given = routing.request().getHeader(HEADER);
        String id = given != null && ACCEPTED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        routing.response().putHeader(HEADER, id);
        CurrentRequest.set(new CurrentRequest(id, routing.request().path()));
        MDC.put("requestId", id);
        routing.next();
    }
}
