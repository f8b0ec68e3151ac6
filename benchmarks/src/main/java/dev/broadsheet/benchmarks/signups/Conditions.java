package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Under what it was measured.
 *
 * @param processorLoads of the whole machine, from 0 to 1, by what began then
 * @param postgres the server's settings
 */
record Conditions(Map<String, Double> processorLoads, Map<String, String> postgres) {

    Section section() {
        List<List<String>> rows = new ArrayList<>();
        processorLoads.forEach((what, load) ->
                rows.add(List.of("share of the processors that was busy before " + what, Numbers.plain(load))));
        postgres.forEach((name, value) -> rows.add(List.of("PostgreSQL's " + name, value)));
        rows.add(List.of("notification-service", "paused, but for the last measurement"));
        Map<String, Object> measurements = new LinkedHashMap<>();
        measurements.put("processorLoadsBefore", processorLoads);
        measurements.put("postgres", postgres);
        return new Section("Under what it was measured", new Table(List.of("", "seen"), rows), List.of(), measurements);
    }
}
