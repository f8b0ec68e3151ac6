package dev.broadsheet.subscription.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows that are imported in one transaction. Not for several threads at once: it is filled, then handed on. */
final class Chunk {

    /** Large enough that a commit costs nothing, small enough that its locks are short: some tenths of a second. */
    private static final int MOST_ROWS = 2_000;

    /** Each repetition of an address within a chunk is a round trip more. */
    private static final int MOST_ROUNDS = 8;

    private final List<List<ImportRow>> rounds = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private int rows;
    private int rejected;

    void add(ImportRow row) {
        rows++;
        int round = occurrences.merge(row.key(), 1, Integer::sum) - 1;
        if (round == rounds.size()) {
            rounds.add(new ArrayList<>());
        }
        rounds.get(round).add(row);
    }

    void reject(List<RowError> because, int errorsToKeep) {
        rows++;
        rejected++;
        errors.addAll(because.subList(0, Math.min(because.size(), errorsToKeep)));
    }

    boolean isFull() {
        return rows >= MOST_ROWS || rounds.size() >= MOST_ROUNDS;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** In a round no address is there twice; what a later round says of an address comes after what an earlier one does. */
    List<List<ImportRow>> rounds() {
        return rounds;
    }

    List<RowError> errors() {
        return errors;
    }

    int rows() {
        return rows;
    }

    int rejected() {
        return rejected;
    }
}
