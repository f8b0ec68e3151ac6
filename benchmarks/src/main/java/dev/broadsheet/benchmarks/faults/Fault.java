package dev.broadsheet.benchmarks.faults;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.localstack.sink.Behaviour;
import dev.broadsheet.localstack.sink.Behaviour.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes wrong with an edition.
 *
 * @param senders how many there are when it begins
 * @param relay how the relay behaves throughout
 * @param strikes what happens in mid-edition, in turn
 */
public record Fault(String title, int senders, Behaviour relay, List<Strike> strikes) {

    private static final int DROPS_ONE_OF = 100;
    private static final Duration SLOW = Duration.ofMillis(200);

    /** Something that happens at one moment of an edition. */
    @FunctionalInterface
    public interface Strike {

        /** How many mails may come twice because of it. */
        long hit(Stage stage);
    }

    public static Fault killOneOfTwo() {
        return of("kill -9 of one of two senders", 2, stage -> stage.kill(stage.lastSender()));
    }

    public static Fault killTheOnlyOne() {
        return of("kill -9 of the only sender, started again", 1, stage -> {
            long underWay = stage.kill(stage.firstSender());
            stage.firstSender().start();
            return underWay;
        });
    }

    public static Fault joinAndLeave() {
        return of(
                "a sender joins, and is stopped",
                1,
                stage -> {
                    // A process takes seconds to start, in which all could be sent.
                    stage.relay().delay(SLOW);
                    stage.haveSenders(2);
                    stage.relay().delay(Duration.ZERO);
                    return 0;
                },
                stage -> {
                    stage.haveSenders(1);
                    return 0;
                });
    }

    public static Fault kafkaRestarts() {
        return of("Kafka restarts", 1, stage -> {
            stage.mailroom().restartKafka();
            return 0;
        });
    }

    public static Fault postgresRestarts() {
        return of("PostgreSQL restarts", 1, stage -> {
            stage.mailroom().restartPostgres();
            return 0;
        });
    }

    public static Fault relayIsDown(Duration outage) {
        return of("the relay is down for " + outage.toSeconds() + " s", 1, stage -> {
            stage.relay().goDown();
            try {
                Thread.sleep(outage.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkFailure("Interrupted", e);
            }
            stage.relay().comeUp();
            return 0;
        });
    }

    /** The first attempt at every second reader is put off, in one of three ways. */
    public static Fault relayPutsOff() {
        return new Fault(
                "the relay answers 421 or 451 for half",
                1,
                (recipient, attempt) -> attempt > 1 || spread(recipient) % 2 == 0 ? Answer.TAKE : putOff(recipient),
                List.of());
    }

    public static Fault relayDropsConnections() {
        return new Fault(
                "the relay takes 1 of " + DROPS_ONE_OF + " and drops the connection before its reply",
                1,
                (recipient, attempt) ->
                        attempt == 1 && spread(recipient) % DROPS_ONE_OF == 0 ? Answer.TAKE_AND_DROP : Answer.TAKE,
                List.of());
    }

    /** All of them in one edition. The relay behaves as the worst of them says. */
    public static Fault inTurn(Fault... faults) {
        return new Fault(
                Stream.of(faults).map(Fault::title).collect(Collectors.joining("; ")),
                Stream.of(faults).mapToInt(Fault::senders).max().orElseThrow(),
                (recipient, attempt) -> Stream.of(faults)
                        .map(fault -> fault.relay().to(recipient, attempt))
                        .filter(answer -> answer != Answer.TAKE)
                        .findFirst()
                        .orElse(Answer.TAKE),
                Stream.of(faults).flatMap(fault -> fault.strikes().stream()).toList());
    }

    private static Fault of(String title, int senders, Strike... strikes) {
        return new Fault(title, senders, Behaviour.TAKE_ALL, List.of(strikes));
    }

    private static Answer putOff(String recipient) {
        return switch (spread(recipient) / 2 % 3) {
            case 0 -> Answer.DEFER_RECIPIENT;
            case 1 -> Answer.DEFER_MAIL;
            default -> Answer.CLOSE;
        };
    }

    /** The same for the same reader, and even over all of them. */
    private static int spread(String recipient) {
        return Math.floorMod(recipient.hashCode() * 0x9E3779B9 >>> 8, 600);
    }
}
