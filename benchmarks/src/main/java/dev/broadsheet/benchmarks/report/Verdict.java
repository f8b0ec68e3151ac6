package dev.broadsheet.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a figure stands to its aim. */
public enum Verdict {
    MET("met"),
    MISSED("missed"),
    NO_AIM("");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
