package dev.broadsheet.notification.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A topic of dead letters.
 *
 * @param name as in {@code broadsheet.articles.v1.notification-service.dlq}
 * @param source the topic that the letters were on
 * @param consumer who could not handle them
 */
record DeadLetterTopic(String name, String source, String consumer) {

    private static final Pattern NAME = Pattern.compile("(.+)\\.([^.]+)\\.dlq");

    static Optional<DeadLetterTopic> named(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.of(new DeadLetterTopic(name, parts.group(1), parts.group(2)))
                : Optional.empty();
    }
}
