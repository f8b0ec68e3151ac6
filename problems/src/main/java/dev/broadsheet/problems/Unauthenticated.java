package dev.broadsheet.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Says what a caller without a valid token has to bring. It goes before the library's own mappers, which were compiled
 * against an older Quarkus and fail with a {@code NoSuchFieldError}, so that the answer would have no body.
 */
class Unauthenticated {

    private static final int BEFORE_THE_LIBRARY = Priorities.USER - 100;

    private final ProblemShape shape;

    Unauthenticated(ProblemShape shape) {
        this.shape = shape;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    public Response withoutToken(UnauthorizedException cause) {
        return challenge("Bearer", cause);
    }

    /** The words are those of RFC 6750. */
    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    public Response withBadToken(AuthenticationFailedException cause) {
        return challenge("Bearer error=\"invalid_token\"", cause);
    }

    private Response challenge(String scheme, Throwable cause) {
        HttpProblem problem = HttpProblem.builder()
                .withStatus(Response.Status.UNAUTHORIZED)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, scheme)
                .build();
        return shape.apply(problem, cause).toResponse();
    }
}
