package dev.broadsheet.problems;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The library maps exceptions; a stack overflow or an exhausted heap is not one.
 *
 * <p>The interface is named again because Quarkus cannot read the base class's type argument: its jar is not indexed.
 */
@Provider
public final class ErrorMapper extends ExceptionMapperBase<Error> implements ExceptionMapper<Error> {

    @Override
    protected HttpProblem toProblem(Error error) {
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR);
    }
}
