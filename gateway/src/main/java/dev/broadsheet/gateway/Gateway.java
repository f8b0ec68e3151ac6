package dev.broadsheet.gateway;

import dev.broadsheet.gateway.admission.Admission;
import dev.broadsheet.gateway.admission.LastRequest;
import dev.broadsheet.gateway.exchange.AccessLog;
import dev.broadsheet.gateway.exchange.Exchange;
import dev.broadsheet.gateway.exchange.Outcome;
import dev.broadsheet.gateway.exchange.Problem;
import dev.broadsheet.gateway.exchange.RequestMetrics;
import dev.broadsheet.gateway.forwarding.Forwarder;
import dev.broadsheet.gateway.limiting.RateLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The one handler of the public port: every request is answered here or by an upstream. */
@ApplicationScoped
class Gateway {

    private static final Logger LOG = Logger.getLogger(Gateway.class);

    /** Before Quarkus's own handlers, whose answers are not problems. */
    private static final int FIRST = -1_000;

    private static final String EXCHANGE = Exchange.class.getName();

    /** For how long an answered client may go on sending: closed sooner, it would see a reset instead of the answer. */
    private static final long LINGER_MILLIS = 1_000;

    private final Vertx vertx;
    private final Admission admission;
    private final RateLimits rateLimits;
    private final Forwarder forwarder;
    private final RequestMetrics metrics;

    Gateway(Vertx vertx, Admission admission, RateLimits rateLimits, Forwarder forwarder, RequestMetrics metrics) {
        this.vertx = vertx;
        this.admission = admission;
        this.rateLimits = rateLimits;
        this.forwarder = forwarder;
        this.metrics = metrics;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::handle).failureHandler(this::handleFailure);
    }

    private void handle(RoutingContext context) {
        Exchange exchange = begin(context);
        if (LastRequest.isPast(exchange)) {
            context.request().connection().close();
            return;
        }
        Optional<Problem> refusal = admission.refusal(exchange).or(() -> rateLimits.refusal(exchange));
        if (refusal.isPresent()) {
            exchange.answer(refusal.get());
            return;
        }
        if (context.request().headers().contains("Expect")) {
            context.response().writeContinue();
        }
        forwarder.forward(exchange);
    }

    /** Vert.x refuses a request without a usable Host or path before {@link #handle} sees it; the rest is our fault. */
    private void handleFailure(RoutingContext context) {
        Exchange begun = context.get(EXCHANGE);
        Exchange exchange = begun == null ? begin(context) : begun;
        boolean ours = context.statusCode() >= 500;
        if (ours) {
            LOG.errorf(context.failure(), "event=gateway.request.failed requestId=%s", exchange.requestId());
        }
        if (context.response().headWritten()) {
            context.request().connection().close();
        } else if (ours) {
            exchange.answer(new Problem(500, "Something went wrong here."));
        } else {
            exchange.answer(admission
                    .refusal(exchange)
                    .orElseGet(() -> new Problem(400, "The request has no usable Host header.")));
        }
    }

    private Exchange begin(RoutingContext context) {
        Exchange exchange = new Exchange(context.request(), this::conclude);
        context.put(EXCHANGE, exchange);
        context.addEndHandler(ended -> exchange.conclude());
        return exchange;
    }

    private void conclude(Exchange exchange) {
        Outcome outcome = Outcome.of(exchange);
        AccessLog.record(exchange, outcome);
        metrics.record(exchange, outcome);
        if (exchange.hasUnreadBody()) {
            discardBriefly(exchange.request());
        } else if (exchange.isChunked()) {
            exchange.request().connection().close();
        }
    }

    private void discardBriefly(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        request.handler(null);
        request.endHandler(end -> connection.close());
        request.resume();
        vertx.setTimer(LINGER_MILLIS, expired -> connection.close());
    }
}
