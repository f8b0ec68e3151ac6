package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;

/** In which way an edition is sent. */
enum Variant {
    ONE_SENDER("one sender", 1, false, 0.3),
    TWO_SENDERS("two senders", 2, false, 0),
    ONE_SENDER_SIGNING("one sender, DKIM", 1, true, 0);

    private final String title;
    private final int senders;
    private final boolean signing;
    private final double aim;

    /**
     * @param aim the least share of smtp-source's rate; 0 for none
     */
    Variant(String title, int senders, boolean signing, double aim) {
        this.title = title;
        this.senders = senders;
        this.signing = signing;
        this.aim = aim;
    }

    String title() {
        return title;
    }

    int senders() {
        return senders;
    }

    boolean isSigning() {
        return signing;
    }

    Figure share(double share) {
        String name = title + ": share of smtp-source";
        return aim > 0 ? Figure.of(name, share, Aim.atLeast(aim, "")) : Figure.of(name, share, "");
    }
}
