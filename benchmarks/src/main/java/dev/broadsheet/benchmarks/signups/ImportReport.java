package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import dev.broadsheet.benchmarks.signups.ImportedRows.Consent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is told of imports. */
final class ImportReport {

    private static final double AIM_ROWS_PER_SECOND = 20_000;
    private static final String TITLE = "Importing readers";

    private ImportReport() {}

    static Section missing(Door door) {
        String sentence = "The " + door.title() + " has no import.";
        return new Section(
                TITLE,
                new Table(List.of("import"), List.of(List.of(sentence))),
                List.of(),
                Map.of("missing", sentence));
    }

    static Section section(List<Measured> all, int rows) {
        List<List<String>> table = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Door door : Door.values()) {
            for (Consent consent : Consent.values()) {
                List<Measured> same = all.stream()
                        .filter(each -> each.door() == door && each.consent() == consent)
                        .toList();
                double perSecond = Numbers.median(
                        same.stream().map(Measured::rowsPerSecond).toList());
                table.add(List.of(
                        consent.name(),
                        door.title(),
                        Integer.toString(rows),
                        Numbers.plain(perSecond),
                        most(same.stream()
                                .map(Measured::residentMegabytesBefore)
                                .toList()),
                        most(same.stream()
                                .map(Measured::residentMegabytesAtMost)
                                .toList())));
                figures.add(Figure.of(
                        "import of " + consent + " rows at the " + door.title(),
                        perSecond,
                        Aim.atLeast(AIM_ROWS_PER_SECOND, "rows/s")));
            }
        }
        return new Section(
                TITLE + ", until the answer",
                new Table(List.of("rows", "at", "count", "rows/s", "resident MB before", "at most"), table),
                figures,
                all);
    }

    private static String most(List<Long> megabytes) {
        return megabytes.stream()
                .filter(Objects::nonNull)
                .max(Long::compare)
                .map(Object::toString)
                .orElse("unknown");
    }

    /**
     * One import.
     *
     * @param residentMegabytesBefore what subscription-service's process held; null where the system does not tell
     */
    record Measured(
            Door door,
            Consent consent,
            int rows,
            double seconds,
            Long residentMegabytesBefore,
            Long residentMegabytesAtMost) {

        double rowsPerSecond() {
            return rows / seconds;
        }
    }
}
