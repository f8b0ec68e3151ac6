package dev.broadsheet.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One number of the report.
 *
 * @param aim null for one that only tells
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Figure(
        String name, double seen, String unit, @JsonIgnore Aim aim) {

    public static Figure of(String name, double seen, String unit) {
        return new Figure(name, seen, unit, null);
    }

    public static Figure of(String name, double seen, Aim aim) {
        return new Figure(name, seen, aim.unit(), aim);
    }

    @JsonProperty("aim")
    String aimText() {
        return aim == null ? "" : aim.text();
    }

    @JsonProperty("verdict")
    public Verdict verdict() {
        return aim == null ? Verdict.NO_AIM : aim.judge(seen);
    }

    String seenText() {
        return unit.isEmpty() ? Numbers.plain(seen) : Numbers.plain(seen) + " " + unit;
    }
}
