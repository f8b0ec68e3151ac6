package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The same while notification-service works off the mails of all that signed up before, on the same processors and the same
 * disk. It has no aim: what is left for sign-ups is for the machine's scheduler to say.
 */
final class BesideMails {

    private static final Duration FIRST_MAIL = Duration.ofMinutes(2);

    private final Rounds rounds;
    private final Database mails;
    private final SignUpsPlan plan;
    private final Progress progress;

    /**
     * @param mails notification-service's database
     */
    BesideMails(Rounds rounds, Database mails, SignUpsPlan plan, Progress progress) {
        this.rounds = rounds;
        this.mails = mails;
        this.plan = plan;
        this.progress = progress;
    }

    Section measure() {
        progress.step("Signing up while confirmation mails go out");
        mails.awaitMails(FIRST_MAIL);
        Map<Door, Round> byDoor = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            byDoor.put(door, rounds.run(door, plan.roundSeconds()));
        }
        return new Section(
                "Signing up while confirmation mails go out",
                new Table(
                        List.of("sign-ups by", "answered/s", "decided/s", "queued at end"),
                        byDoor.entrySet().stream()
                                .map(entry -> row(entry.getKey(), entry.getValue()))
                                .toList()),
                byDoor.entrySet().stream()
                        .map(entry -> Figure.of(
                                "sign-ups at the " + entry.getKey().title() + " beside mails",
                                entry.getValue().sustainedPerSecond(),
                                "sign-ups/s"))
                        .toList(),
                byDoor);
    }

    private static List<String> row(Door door, Round round) {
        return List.of(
                door.title(),
                Numbers.plain(round.answeredPerSecond()),
                Numbers.plain(round.decidedPerSecond()),
                Long.toString(round.queued()));
    }
}
