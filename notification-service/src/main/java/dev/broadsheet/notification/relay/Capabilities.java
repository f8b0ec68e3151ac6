package dev.broadsheet.notification.relay;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a relay offers in its answer to EHLO. */
record Capabilities(Set<String> keywords, Set<String> loginMechanisms) {

    static final Capabilities NONE = new Capabilities(Set.of(), Set.of());

    static Capabilities of(List<CharSequence> ehloLines) {
        List<String> lines = ehloLines.stream()
                .skip(1)
                .map(line -> line.toString().trim().toUpperCase(Locale.ROOT))
                .toList();
        Set<String> keywords =
                lines.stream().map(line -> line.split("[ =]", 2)[0]).collect(Collectors.toSet());
        Set<String> mechanisms = lines.stream()
                .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH="))
                .flatMap(line -> Stream.of(line.substring(5).split(" +")))
                .collect(Collectors.toSet());
        return new Capabilities(keywords, mechanisms);
    }

    boolean startTls() {
        return keywords.contains("STARTTLS");
    }

    boolean pipelining() {
        return keywords.contains("PIPELINING");
    }

    boolean internationalAddresses() {
        return keywords.contains("SMTPUTF8");
    }
}
