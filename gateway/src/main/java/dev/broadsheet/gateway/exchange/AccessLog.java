package dev.broadsheet.gateway.exchange;

import org.jboss.logging.Logger;

/**
 * One line for each request, as key=value pairs. It names the route and not the path, which may carry a token, and never
 * the query or who asked.
 */
public final class AccessLog {

    public static final String CATEGORY = "dev.broadsheet.gateway.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private AccessLog() {}

    public static void record(Exchange exchange, Outcome outcome) {
        LOG.infof(
                "event=gateway.request method=%s route=%s status=%d complete=%s millis=%d requestId=%s",
                outcome.method(),
                outcome.route(),
                outcome.status(),
                outcome.complete(),
                exchange.age().toMillis(),
                exchange.requestId());
    }
}
