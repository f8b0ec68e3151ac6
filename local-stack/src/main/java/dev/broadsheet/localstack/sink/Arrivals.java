package dev.broadsheet.localstack.sink;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a relay has taken.
 *
 * @param times how often each mail came
 * @param unanswered what was taken and not answered
 */
public record Arrivals(Map<Mail, Integer> times, Set<Mail> unanswered) {

    public Arrivals {
        times = Map.copyOf(times);
        unanswered = Set.copyOf(unanswered);
    }

    /** Everybody who got something. */
    public Set<String> recipients() {
        return times.keySet().stream().map(Mail::recipient).collect(Collectors.toSet());
    }

    public long messageIds() {
        return times.keySet().stream().map(Mail::messageId).distinct().count();
    }

    /** How many mails came that had come before. */
    public long repeated() {
        return times.values().stream().mapToLong(count -> count - 1L).sum();
    }

    public Set<Mail> repeatedMails() {
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * @param messageId as its header says, empty without one
     */
    public record Mail(String messageId, String recipient) {}
}
