package dev.broadsheet.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The one place that decides what a problem says, whoever made it: the rules, REST, security, Jackson or a failure. */
@ApplicationScoped
class ProblemShape implements ProblemPostProcessor {

    private static final URI BLANK = URI.create("about:blank");

    private static final int SECONDS_UNTIL_RETRY = 5;

    /** Before the library's own processors, which would describe what this one is about to replace. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return apply(problem, context.cause);
    }

    HttpProblem apply(HttpProblem original, Throwable cause) {
        HttpProblem problem = decide(original, cause);
        Optional<CurrentRequest> request = CurrentRequest.get();
        RequestFailures.log(problem.getStatusCode(), request, cause);
        return complete(problem, request);
    }

    private static HttpProblem decide(HttpProblem original, Throwable cause) {
        if (cause instanceof HttpProblem) {
            return original;
        }
        if (cause instanceof IOException && "Request too large".equals(cause.getMessage())) {
            // Vert.x has refused a chunked body by now; this only keeps it from counting as a failure of ours.
            return HttpProblem.builder()
                    .withStatus(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                    .build();
        }
        if (cause instanceof ConstraintViolationException invalid && !ValidationProblems.isOurFault(invalid)) {
            return ValidationProblems.of(invalid);
        }
        Optional<InvalidInputException> unreadable = JsonProblems.of(cause);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (DatabaseOutage.isBehind(cause)) {
            return HttpProblem.builder()
                    .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                    .withHeader("Retry-After", SECONDS_UNTIL_RETRY)
                    .build();
        }
        if (cause instanceof ConstraintViolationException) {
            return HttpProblem.builder()
                    .withStatus(Response.Status.INTERNAL_SERVER_ERROR)
                    .build();
        }
        return withoutTheLibrarysWords(original, cause);
    }

    /** A message of the application is meant for the caller; one of a library may tell how the service is made. */
    private static HttpProblem withoutTheLibrarysWords(HttpProblem original, Throwable cause) {
        HttpProblem.Builder problem = HttpProblem.builder().withStatus(original.getStatusCode());
        boolean ours = cause instanceof WebApplicationException
                && cause.getCause() == null
                && original.getStatusCode() < 500
                && cause.getMessage() != null
                && !cause.getMessage().startsWith("HTTP ");
        if (ours) {
            problem.withDetail(cause.getMessage());
        }
        original.getHeaders().forEach((name, value) -> {
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                problem.withHeader(name, value);
            }
        });
        return problem.build();
    }

    private static HttpProblem complete(HttpProblem problem, Optional<CurrentRequest> request) {
        int status = problem.getStatusCode();
        HttpProblem.Builder complete = HttpProblem.builder(problem)
                .withType(problem.getType() == null ? BLANK : problem.getType())
                .withTitle(problem.getTitle() == null ? StatusWords.title(status) : problem.getTitle())
                .withDetail(problem.getDetail() == null ? StatusWords.detail(status) : problem.getDetail());
        request.ifPresent(current -> complete.withInstance(InstanceUtils.pathToInstance(current.path()))
                .with("requestId", current.id()));
        return complete.build();
    }
}
