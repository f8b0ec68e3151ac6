package dev.broadsheet.article.served;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers what is kept before REST is reached, on the event loop: no worker thread, no transaction, no JSON. What is not
 * kept goes on to REST, which reads it and keeps it.
 */
@ApplicationScoped
class ServedRoute {

    /** Behind the filters (request ids, body limits), ahead of REST. */
    private static final int BEFORE_REST = -10;

    private final ServedAnswers answers;

    ServedRoute(ServedAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().method(HttpMethod.GET).order(BEFORE_REST).handler(this::answer);
    }

    private void answer(RoutingContext routing) {
        Served served = answers.find(routing.request().uri());
        if (served == null) {
            routing.next();
            return;
        }
        HttpServerResponse response = routing.response();
        response.putHeader(HttpHeaders.ETAG, served.tagHeader())
                .putHeader(HttpHeaders.LAST_MODIFIED, served.lastModifiedHeader())
                .putHeader(HttpHeaders.CACHE_CONTROL, served.cachingHeader());
        if (routing.isFresh()) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, served.contentType()).end(served.buffer());
    }
}
