package dev.broadsheet.benchmarks.report;

import java.util.Locale;

/** What a figure should be. */
public record Aim(Kind kind, double limit, String unit) {

    /** Which side of the limit is good. */
    public enum Kind {
        AT_LEAST,
        BELOW
    }

    public static Aim atLeast(double limit, String unit) {
        return new Aim(Kind.AT_LEAST, limit, unit);
    }

    public static Aim below(double limit, String unit) {
        return new Aim(Kind.BELOW, limit, unit);
    }

    Verdict judge(double seen) {
        boolean met = kind == Kind.AT_LEAST ? seen >= limit : seen < limit;
        return met ? Verdict.MET : Verdict.MISSED;
    }

    String text() {
        return (kind == Kind.AT_LEAST ? "≥ " : "< ") + Numbers.plain(limit) + unitText();
    }

    private String unitText() {
        return unit.isEmpty() ? "" : " " + unit.toLowerCase(Locale.ROOT);
    }
}
