package dev.broadsheet.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What one measurement found.
 *
 * @param table all that it saw, for people
 * @param figures the numbers that count
 * @param measurements all that it saw, for programs
 */
public record Section(String title, @JsonIgnore Table table, List<Figure> figures, Object measurements) {

    String text() {
        return title + "\n\n" + table.text() + "\n";
    }
}
