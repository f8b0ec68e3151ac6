package dev.broadsheet.problems;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/** A failure and all that caused it, suppressed failures included: a commit keeps its real reason there. */
final class Causes {

    private Causes() {}

    /** Outermost first; each once, though chains can be circular. */
    static Stream<Throwable> of(Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Stream<Throwable> of(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return Stream.empty();
        }
        Stream<Throwable> suppressed = Stream.of(failure.getSuppressed()).flatMap(other -> of(other, seen));
        return Stream.of(Stream.of(failure), suppressed, of(failure.getCause(), seen))
                .flatMap(causes -> causes);
    }
}
