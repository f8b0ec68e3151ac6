package dev.broadsheet.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UniqueElements;

/** Bean Validation's findings as violations. */
final class ValidationProblems {

    private static final Map<Class<? extends Annotation>, String> WHAT = Map.of(
            NotNull.class, "required",
            NotBlank.class, "required",
            NotEmpty.class, "empty",
            Size.class, "size",
            Length.class, "size",
            Range.class, "range",
            Pattern.class, "format",
            Email.class, "format",
            URL.class, "format",
            UniqueElements.class, "repeated");

    private static final String NUMBERS_AND_TIMES = "range";

    private ValidationProblems() {}

    /** A method of ours returned what its own rules refuse: nothing that the caller could mend. */
    static boolean isOurFault(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .flatMap(violation ->
                        StreamSupport.stream(violation.getPropertyPath().spliterator(), false))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    static InvalidInputException of(ConstraintViolationException invalid) {
        // Bean Validation hands out a set; callers and tests want the same answer every time.
        List<Violation> violations = invalid.getConstraintViolations().stream()
                .map(ValidationProblems::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
                .toList();
        return new InvalidInputException("The input breaks a rule; see the violations.", violations);
    }

    private static Violation violation(ConstraintViolation<?> found) {
        List<Path.Node> nodes = nodes(found.getPropertyPath());
        String name = nodes.isEmpty() ? "body" : nodes.get(nodes.size() - 1).getName();
        String field = nodes.stream().map(Path.Node::toString).collect(Collectors.joining("."));
        return new Violation(field, name + "." + what(found), found.getMessage());
    }

    /** The path as the caller sees it: without our method, its body parameter and the names of container elements. */
    private static List<Path.Node> nodes(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PARAMETER
                        || node.getKind() == ElementKind.PROPERTY
                        || node.getKind() == ElementKind.BEAN && node.getName() != null)
                .toList();
        boolean ofBody = nodes.size() > 1 && nodes.get(0).getKind() == ElementKind.PARAMETER;
        return ofBody ? nodes.subList(1, nodes.size()) : nodes;
    }

    private static String what(ConstraintViolation<?> found) {
        Class<? extends Annotation> constraint =
                found.getConstraintDescriptor().getAnnotation().annotationType();
        String known = WHAT.get(constraint);
        if (known != null) {
            return known;
        }
        boolean standard = constraint.getPackage().equals(NotNull.class.getPackage());
        return standard ? NUMBERS_AND_TIMES : decapitalized(constraint.getSimpleName());
    }

    private static String decapitalized(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
