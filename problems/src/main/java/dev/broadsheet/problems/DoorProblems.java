package dev.broadsheet.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems for what the HTTP server refuses before REST sees it; by itself it answers with an empty body or HTML. */
@ApplicationScoped
class DoorProblems {

    private final ObjectMapper mapper;
    private final ProblemShape shape;
    private final BodyLimits bodyLimits;

    DoorProblems(ObjectMapper mapper, ProblemShape shape, BodyLimits bodyLimits) {
        this.mapper = mapper;
        this.shape = shape;
        this.bodyLimits = bodyLimits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseOversized, RequestIds.PRIORITY - 1);
    }

    void register(@Observes Router router) {
        router.route().order(-RequestIds.PRIORITY).failureHandler(this::answerFailure);
    }

    private void refuseOversized(RoutingContext routing) {
        if (announcedLength(routing) > bodyLimits.of(routing)) {
            // The rest of the body is not read, so the connection cannot carry another request.
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answer(routing, 413, null);
        } else {
            routing.next();
        }
    }

    private static long announcedLength(RoutingContext routing) {
        String header = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return header == null ? 0 : Long.parseLong(header);
    }

    private void answerFailure(RoutingContext routing) {
        if (routing.response().ended()) {
            return;
        }
        if (routing.response().headWritten()) {
            // Half an answer is out: only a broken connection can still tell the caller that it is not whole.
            RequestFailures.log(500, CurrentRequest.get(), routing.failure());
            routing.request().connection().close();
            return;
        }
        answer(routing, routing.statusCode() < 400 ? 500 : routing.statusCode(), routing.failure());
    }

    private void answer(RoutingContext routing, int status, Throwable cause) {
        HttpProblem problem =
                shape.apply(HttpProblem.builder().withStatus(status).build(), cause);
        problem.getHeaders().forEach((name, value) -> routing.response().putHeader(name, value.toString()));
        routing.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(json(problem));
    }

    private Buffer json(HttpProblem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem that Jackson cannot write", e);
        }
    }
}
