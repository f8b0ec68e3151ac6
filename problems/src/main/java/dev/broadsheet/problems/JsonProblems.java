package dev.broadsheet.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A body that Jackson could not read, told without Jackson's words: those quote the input and name our classes. */
final class JsonProblems {

    private static final String NOT_JSON = "The body is not valid JSON.";

    private JsonProblems() {}

    /** Empty if the failure is of another kind, or Jackson failed on what we wrote. */
    static Optional<InvalidInputException> of(Throwable failure) {
        Throwable cause = failure instanceof WebApplicationException refused
                        && refused.getResponse().getStatus() == 400
                        && refused.getCause() != null
                ? refused.getCause()
                : failure;
        if (cause instanceof CharConversionException) {
            return Optional.of(new InvalidInputException(NOT_JSON, List.of()));
        }
        boolean reading = cause instanceof StreamReadException
                || cause instanceof MismatchedInputException
                || cause != failure && cause instanceof JsonProcessingException;
        if (!reading || cause instanceof InvalidDefinitionException) {
            return Optional.empty();
        }
        return Optional.of(problem((JsonProcessingException) cause));
    }

    private static InvalidInputException problem(JsonProcessingException cause) {
        boolean malformed = Causes.of(cause)
                .anyMatch(part -> part instanceof StreamReadException && !(part instanceof InputCoercionException));
        if (malformed || !(cause instanceof JsonMappingException mapping)) {
            return new InvalidInputException(NOT_JSON, List.of());
        }
        String field = path(mapping.getPath());
        if (field.isEmpty()) {
            return new InvalidInputException("The body must be a JSON object of the documented form.", List.of());
        }
        if (mapping instanceof UnrecognizedPropertyException) {
            Violation violation =
                    new Violation(field, lastName(mapping.getPath()) + ".unexpected", "is not a field of this request");
            return new InvalidInputException("The body has a field that is not known here.", List.of(violation));
        }
        Class<?> expected = expectedType(mapping);
        String what = expected != null && expected.isEnum() ? "unknown" : "type";
        Violation violation = new Violation(field, lastName(mapping.getPath()) + "." + what, message(expected));
        return new InvalidInputException("The body has a field of the wrong type.", List.of(violation));
    }

    private static Class<?> expectedType(JsonMappingException failure) {
        if (failure instanceof MismatchedInputException mismatched) {
            return mismatched.getTargetType();
        }
        return failure.getCause() instanceof InputCoercionException overflow ? overflow.getTargetType() : null;
    }

    private static String path(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    private static String lastName(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .reduce((first, second) -> second)
                .orElse("body");
    }

    private static String message(Class<?> expected) {
        if (expected == null) {
            return "is not of the documented form";
        }
        if (expected.isEnum()) {
            return "must be one of "
                    + String.join(
                            ", ",
                            Arrays.stream(expected.getEnumConstants())
                                    .map(constant -> ((Enum<?>) constant).name())
                                    .toList());
        }
        if (CharSequence.class.isAssignableFrom(expected)) {
            return "must be a string";
        }
        if (expected == boolean.class || expected == Boolean.class) {
            return "must be true or false";
        }
        if (expected.isPrimitive() || Number.class.isAssignableFrom(expected)) {
            return "must be a number in range";
        }
        if (Collection.class.isAssignableFrom(expected) || expected.isArray()) {
            return "must be a list";
        }
        if (expected == Instant.class) {
            return "must be a time such as 2026-11-22T10:15:30Z";
        }
        return expected == UUID.class ? "must be a UUID" : "must be an object";
    }
}
