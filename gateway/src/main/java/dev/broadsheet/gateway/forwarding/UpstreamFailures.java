package dev.broadsheet.gateway.forwarding;

import dev.broadsheet.gateway.exchange.Exchange;
import dev.broadsheet.gateway.exchange.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What to tell a client, and an operator, when an upstream gave no answer. */
final class UpstreamFailures {

    private static final Logger LOG = Logger.getLogger(UpstreamFailures.class);

    private final String upstream;
    private final Duration retryAfter;

    UpstreamFailures(String upstream, Duration retryAfter) {
        this.upstream = upstream;
        this.retryAfter = retryAfter;
    }

    Problem report(Throwable failure, Exchange exchange) {
        Problem problem = problem(failure);
        if (exchange.request().response().closed()) {
            // The client left, and took the upstream's request along: no failure of the upstream.
            return problem;
        }
        // The failure's message may name the target, and with it a token: only its kind is logged.
        LOG.warnf(
                "event=gateway.upstream.failed upstream=%s status=%d cause=%s requestId=%s",
                upstream, problem.status(), kind(failure), exchange.requestId());
        return problem;
    }

    void trace(Throwable failure) {
        LOG.debugf("event=gateway.upstream.broken upstream=%s cause=%s", upstream, kind(failure));
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof UpstreamUnavailableException) {
            Map<String, String> headers = Map.of("Retry-After", Long.toString(retryAfter.toSeconds()));
            return new Problem(503, "The service is not available at the moment. Please try again shortly.", headers);
        }
        if (failure instanceof TimeoutException) {
            return new Problem(504, "The service did not answer in time.");
        }
        return new Problem(502, "The service gave no usable answer.");
    }

    private static String kind(Throwable failure) {
        Throwable telling = failure instanceof UpstreamUnavailableException ? failure.getCause() : failure;
        return telling.getClass().getSimpleName();
    }
}
