package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.wrk.Wrk;
import dev.broadsheet.benchmarks.wrk.WrkResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Signs up as many readers as a door takes. */
final class Rounds {

    static final String PATH = "/api/v1/subscriptions";

    private static final int FIRST_SIGN_UPS = 50;
    private static final Duration LAST_DECISIONS = Duration.ofMinutes(5);

    private final Wrk wrk;
    private final Map<Door, URI> addresses;
    private final Database database;
    private int runs;

    Rounds(Wrk wrk, Map<Door, URI> addresses, Database database) {
        this.wrk = wrk;
        this.addresses = addresses;
        this.database = database;
    }

    /** A few sign-ups, each with all the time that the first of a service takes. */
    void begin(Door door) {
        Readers readers = new Readers(new Api(addresses.get(door)));
        for (int number = 0; number < FIRST_SIGN_UPS; number++) {
            readers.signUp("first-" + door, number);
        }
    }

    /** Returns when all are decided. Each that was answered must have left its rows. */
    Round run(Door door, int seconds) {
        runs++;
        long before = database.signUps();
        long start = System.nanoTime();
        WrkResult answered = wrk.run(addresses.get(door).resolve(PATH), seconds, List.of("run" + runs));
        long queued = database.queueLength();
        answered.requireAnswers("sign-ups at the " + door.title(), 1);
        database.awaitEmptyQueue(LAST_DECISIONS);
        double took = (System.nanoTime() - start) / 1e9;
        long decided = database.signUps() - before;
        if (decided < answered.requests()) {
            throw new BenchmarkFailure(answered.requests() + " sign-ups were answered with success and " + decided
                    + " have their rows; " + database.held() + " wait for an operator");
        }
        return new Round(answered, decided, took, queued);
    }
}
