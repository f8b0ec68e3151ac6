package dev.broadsheet.benchmarks.signups;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;

/** The rows of an import as CSV, made while they are read, of addresses that no other import has. */
final class ImportedRows {

    static final String HEADER = "email,newsletters,status,consentedAt,consentSource,locale,zone\r\n";

    private static final int ROWS_AT_ONCE = 500;
    private static final int DOMAINS = 2_000;

    private final Consent consent;
    private final String label;
    private final int count;

    ImportedRows(Consent consent, String label, int count) {
        this.consent = consent;
        this.label = label;
        this.count = count;
    }

    InputStream asCsv() {
        return new SequenceInputStream(new Pieces());
    }

    private String row(int number) {
        return "reader-" + label + "-" + number + "@mail" + number % DOMAINS + ".example,markets," + consent.cells()
                + ",en,America/New_York\r\n";
    }

    /** What the rows say of a reader's consent. */
    enum Consent {
        UNCONFIRMED("UNCONFIRMED,,"),
        CONFIRMED("CONFIRMED,2025-03-14T09:26:53Z,footer of the former site");

        private final String cells;

        Consent(String cells) {
            this.cells = cells;
        }

        String cells() {
            return cells;
        }
    }

    private final class Pieces implements Enumeration<InputStream> {

        private int next = -1;

        @Override
        public boolean hasMoreElements() {
            return next < count;
        }

        @Override
        public InputStream nextElement() {
            StringBuilder piece = new StringBuilder();
            if (next < 0) {
                piece.append(HEADER);
                next = 0;
            }
            int end = Math.min(count, next + ROWS_AT_ONCE);
            while (next < end) {
                piece.append(row(next));
                next++;
            }
            return new ByteArrayInputStream(piece.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
