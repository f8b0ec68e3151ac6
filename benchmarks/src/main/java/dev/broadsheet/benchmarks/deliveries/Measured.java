package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.benchmarks.report.Aim;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import java.util.List;

/**
 * An edition, and smtp-source before and after it.
 *
 * @param mailSize octets of header and body, of the edition's mail to one reader
 * @param sent rows of the ledger that say so
 * @param atSink mails that the sink counted, confirmations included
 * @param seconds from the edition's close to the last hand-over
 * @param firstMilliseconds from the edition's close to the first one
 * @param frozenMilliseconds from the edition's close until all deliveries were in the ledger
 * @param confirmationMilliseconds from the accepted sign-up to the hand-over of its mail, in order
 * @param memory of the first sender
 */
record Measured(
        Variant variant,
        long mailSize,
        long sent,
        long atSink,
        double seconds,
        long firstMilliseconds,
        long frozenMilliseconds,
        List<Long> confirmationMilliseconds,
        MemoryWatch.Resident memory,
        double sourcePerSecondBefore,
        double sourcePerSecondAfter) {

    private static final double FIRST_AIM = 2_000;
    private static final double CONFIRMATION_AIM = 1_000;

    static final List<String> HEADER = List.of(
            "edition by",
            "mails",
            "octets each",
            "s",
            "mails/s",
            "smtp-source/s",
            "share",
            "first ms",
            "frozen ms",
            "confirmation p50 ms",
            "max ms",
            "MB at start",
            "half-way",
            "at end",
            "at most");

    double perSecond() {
        return sent / seconds;
    }

    /** Whichever was faster. */
    double sourcePerSecond() {
        return Math.max(sourcePerSecondBefore, sourcePerSecondAfter);
    }

    double share() {
        return perSecond() / sourcePerSecond();
    }

    List<String> row() {
        return List.of(
                variant.title(),
                Long.toString(sent),
                Long.toString(mailSize),
                Numbers.plain(seconds),
                Numbers.plain(perSecond()),
                Numbers.plain(sourcePerSecond()),
                Numbers.plain(share()),
                Long.toString(firstMilliseconds),
                Long.toString(frozenMilliseconds),
                confirmation(confirmationMilliseconds.size() / 2),
                confirmation(confirmationMilliseconds.size() - 1),
                Long.toString(memory.atStart()),
                Long.toString(memory.halfWay()),
                Long.toString(memory.atEnd()),
                Long.toString(memory.most()));
    }

    List<Figure> figures() {
        return List.of(
                Figure.of(variant.title() + ": deliveries", perSecond(), "mails/s"),
                variant.share(share()),
                Figure.of(
                        variant.title() + ": first mail after the close",
                        firstMilliseconds,
                        Aim.below(FIRST_AIM, "ms")),
                confirmationMilliseconds.isEmpty()
                        ? Figure.of(variant.title() + ": confirmation mails during it", 0, "mails")
                        : Figure.of(
                                variant.title() + ": slowest of " + confirmationMilliseconds.size()
                                        + " confirmation mails during it",
                                confirmationMilliseconds.get(confirmationMilliseconds.size() - 1),
                                Aim.below(CONFIRMATION_AIM, "ms")),
                Figure.of(variant.title() + ": memory that grew in its second half", memory.growth(), "MB"),
                Figure.of(variant.title() + ": memory at most", memory.most(), "MB"));
    }

    /** An edition may be over before anybody signs up. */
    private String confirmation(int index) {
        return confirmationMilliseconds.isEmpty()
                ? ""
                : Long.toString(confirmationMilliseconds.get(Math.max(0, index)));
    }
}
