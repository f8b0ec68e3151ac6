package dev.broadsheet.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that a run found.
 *
 * @param startedAt ISO 8601, UTC
 * @param tools name and version
 * @param settings what the run was asked to do, and how the services were started
 * @param calm whether the machine had nothing else to do; if not, the figures are worse than they need be
 */
public record Report(
        String benchmark,
        String startedAt,
        long tookSeconds,
        Machine machine,
        Map<String, String> tools,
        Map<String, Object> settings,
        boolean calm,
        List<Section> sections) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Each measurement, then the aims. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!calm) {
            text.append("\nThe machine had other things to do: the figures are worse than they need be.\n");
        }
        sections.forEach(section -> text.append('\n').append(section.text()));
        Table aims = new Table(
                List.of("figure", "seen", "aim", "verdict"),
                sections.stream()
                        .flatMap(section -> section.figures().stream())
                        .map(figure -> List.of(
                                figure.name(),
                                figure.seenText(),
                                figure.aimText(),
                                figure.verdict().word()))
                        .toList());
        return text.append("\nSeen and aimed at\n\n")
                .append(aims.text())
                .append('\n')
                .toString();
    }
}
