package dev.broadsheet.problems;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;

/** An empty body and the JSON {@code null} reach a resource as null, past its {@code @Valid}; here they are refused. */
@Provider
class EmptyBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new InvalidInputException("The body is empty.", List.of());
        }
        return body;
    }
}
