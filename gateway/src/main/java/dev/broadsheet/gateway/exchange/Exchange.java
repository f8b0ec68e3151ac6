package dev.broadsheet.gateway.exchange;

import dev.broadsheet.gateway.routing.RequestTarget;
import dev.broadsheet.gateway.routing.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A request and its answer, with what the gateway has learnt of them so far. Lives on one event loop. */
public final class Exchange {

    private final HttpServerRequest request;
    private final String requestId;
    private final long startedAt = System.nanoTime();
    private final Consumer<Exchange> conclusion;
    private RequestTarget target;
    private Route route;
    private boolean concluded;

    /** Tells {@code conclusion} once when the exchange has ended, however it ended. */
    public Exchange(HttpServerRequest request, Consumer<Exchange> conclusion) {
        this.request = request;
        this.conclusion = conclusion;
        this.requestId = RequestId.chosenFrom(request.headers().getAll(RequestId.HEADER));
    }

    public HttpServerRequest request() {
        return request;
    }

    public String requestId() {
        return requestId;
    }

    public Optional<RequestTarget> target() {
        return Optional.ofNullable(target);
    }

    public void aimAt(RequestTarget parsed) {
        target = parsed;
    }

    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    public void take(Route matched) {
        route = matched;
    }

    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    public boolean isChunked() {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Whether the client is still sending, or waits for leave to send, what nobody will read. */
    public boolean hasUnreadBody() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean announced = isChunked() || (length != null && !length.equals("0"));
        return announced && !request.isEnded();
    }

    public void conclude() {
        if (!concluded) {
            concluded = true;
            conclusion.accept(this);
        }
    }

    public void answer(Problem problem) {
        HttpServerResponse response = request.response();
        response.setStatusCode(problem.status());
        Buffer body = describe(problem, response.headers());
        complete(response.headers());
        response.end(body);
    }

    /** Sets the headers of a problem, and returns the body that goes with them. */
    public Buffer describe(Problem problem, MultiMap headers) {
        problem.headers().forEach(headers::set);
        headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (hasUnreadBody()) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        String instance = target == null ? RequestTarget.displayable(request.uri()) : target.path();
        return problem.toJson(instance, requestId);
    }

    /** Sets what every answer has, whoever wrote it. */
    public void complete(MultiMap headers) {
        headers.set(RequestId.HEADER, requestId);
        SecurityHeaders.addMissing(headers);
        if (isChunked()) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
