package dev.broadsheet.gateway.forwarding;

import dev.broadsheet.gateway.exchange.Exchange;
import dev.broadsheet.gateway.exchange.Problem;
import dev.broadsheet.gateway.exchange.RequestId;
import dev.broadsheet.gateway.routing.RequestTarget;
import dev.broadsheet.gateway.routing.Route;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.List;

/** One exchange's way through the proxy. */
final class Forwarding implements ProxyInterceptor, OriginRequestProvider {

    private final Exchange exchange;
    private final RequestTarget target;
    private final Route route;
    private final Upstream upstream;
    private final ForwardedHeaders forwardedHeaders;
    private final UpstreamFailures failures;
    private final Duration responseTimeout;
    private HttpClientRequest upstreamRequest;

    Forwarding(
            Exchange exchange,
            RequestTarget target,
            Route route,
            Upstream upstream,
            ForwardedHeaders forwardedHeaders,
            UpstreamFailures failures,
            Duration responseTimeout) {
        this.exchange = exchange;
        this.target = target;
        this.route = route;
        this.upstream = upstream;
        this.forwardedHeaders = forwardedHeaders;
        this.failures = failures;
        this.responseTimeout = responseTimeout;
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return upstream.open().onSuccess(request -> {
            upstreamRequest = request;
            // What fails while the request is written fails its answer too, and is reported there.
            request.exceptionHandler(failures::trace);
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        request.setURI(target.toString());
        rewrite(request.headers());
        Body body = request.getBody();
        LimitedBody limited = new LimitedBody(body.stream(), route.bodyLimit(), this::awaitAnswer);
        request.setBody(Body.body(limited, body.length()));
        return context.sendRequest()
                .compose(Forwarding::requireUsable)
                .recover(failure -> Future.succeededFuture(answerInstead(request, problem(failure, limited))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        // With an upstream's own reason phrase, Vert.x no longer recognises a 304 and announces a body for it.
        response.setStatusMessage(null);
        exchange.complete(response.headers());
        // An answer that breaks off closes the connection without the usual notice of its end.
        return context.sendResponse().onFailure(brokenOff -> exchange.conclude());
    }

    private void rewrite(MultiMap headers) {
        HopByHopHeaders.removeFrom(headers);
        forwardedHeaders.rewrite(headers, exchange.request());
        headers.remove("Expect");
        headers.set(RequestId.HEADER, exchange.requestId());
    }

    /** The upstream's time starts when it has the whole request: a slow client is not its fault. */
    private void awaitAnswer() {
        if (!upstreamRequest.response().isComplete()) {
            upstreamRequest.idleTimeout(responseTimeout.toMillis());
        }
    }

    private static Future<ProxyResponse> requireUsable(ProxyResponse response) {
        List<String> codings = response.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !codings.equals(List.of(HttpHeaders.CHUNKED.toString()))) {
            response.release();
            return Future.failedFuture(new UnusableAnswerException("Unknown transfer encoding"));
        }
        HopByHopHeaders.removeFrom(response.headers());
        return Future.succeededFuture(response);
    }

    private ProxyResponse answerInstead(ProxyRequest request, Problem problem) {
        ProxyResponse response = request.release().response();
        response.setStatusCode(problem.status());
        response.setBody(Body.body(exchange.describe(problem, response.headers())));
        return response;
    }

    private Problem problem(Throwable failure, LimitedBody body) {
        if (body.isExceeded()) {
            return Problem.bodyTooLarge(route.bodyLimit());
        }
        if (body.isBroken()) {
            return new Problem(400, "The body is not well-formed HTTP.");
        }
        return failures.report(failure, exchange);
    }
}
