package dev.broadsheet.notification.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which mail goes to which relay, and when. Everything here happens on one event loop: there are no locks, and no two
 * things at one moment.
 */
final class Dispatcher {

    private static final String NO_RELAY = "no relay is up";

    private final Limits limits;
    private final HandOverLimits times;
    private final HandOverMetrics metrics;
    private final Lanes lanes = new Lanes();
    private final List<Relay> relays = new ArrayList<>();
    private final Turns turns = new Turns();

    private boolean dispatching;
    private boolean stopping;
    private int underWay;

    Dispatcher(Limits limits, HandOverLimits times, HandOverMetrics metrics) {
        this.limits = limits;
        this.times = times;
        this.metrics = metrics;
    }

    void add(Relay relay) {
        relays.add(relay);
    }

    long now() {
        return System.nanoTime();
    }

    void accept(HandOver mail) {
        if (stopping) {
            tooLate(mail);
        } else if (allDown()) {
            finish(mail, noRelay());
        } else {
            lanes.add(mail);
            dispatch();
        }
    }

    private boolean allDown() {
        return relays.stream().noneMatch(Relay::isUp);
    }

    private Outcome noRelay() {
        Duration untilProbe = relays.stream()
                .map(relay -> relay.breaker().untilProbe(now()))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        return Outcome.notBegun(NO_RELAY, untilProbe);
    }

    /** Gives waiting mails to whatever connection is free, or can be opened. */
    void dispatch() {
        // What a connection does with a mail may lead back here.
        if (dispatching) {
            return;
        }
        dispatching = true;
        try {
            HandOver mail = lanes.next(this::hasRoom);
            while (mail != null) {
                HandOver taken = mail;
                if (admit(taken)) {
                    Relay relay = turns.next(relays, candidate -> candidate.hasRoomFor(taken));
                    enter(taken, relay);
                    relay.give(taken);
                }
                mail = lanes.next(this::hasRoom);
            }
        } finally {
            dispatching = false;
        }
    }

    private boolean hasRoom(HandOver mail) {
        return mayGo(mail) && relays.stream().anyMatch(relay -> relay.hasRoomFor(mail));
    }

    private boolean mayGo(HandOver mail) {
        return mail.isReaderMail() || limits.all().hasRoom();
    }

    /** The mail whose turn it is on a connection that is free for one more; null if there is none. */
    HandOver next(SmtpConnection connection, Relay relay) {
        if (stopping) {
            return null;
        }
        HandOver mail = lanes.next(waiting -> mayGo(waiting) && relay.mayTake(waiting, connection));
        while (mail != null && !admit(mail)) {
            mail = lanes.next(waiting -> mayGo(waiting) && relay.mayTake(waiting, connection));
        }
        if (mail != null) {
            enter(mail, relay);
            relay.breaker().begin();
        }
        return mail;
    }

    /** False if its domain has had enough; it has its outcome then. */
    private boolean admit(HandOver mail) {
        Optional<Duration> wait = limits.enter(mail);
        if (wait.isPresent()) {
            finish(mail, Outcome.notBegun("the domain's limit", wait.get()));
        }
        return wait.isEmpty();
    }

    private void enter(HandOver mail, Relay relay) {
        underWay++;
        take(limits.all(), mail);
        take(relay.rate(), mail);
    }

    private static void take(Rate rate, HandOver mail) {
        if (mail.isReaderMail()) {
            rate.force();
        } else {
            rate.tryTake();
        }
    }

    /** Of a mail that was under way. */
    void done(HandOver mail, Outcome outcome) {
        leave(mail);
        finish(mail, outcome);
    }

    private void leave(HandOver mail) {
        underWay--;
        limits.leave(mail);
    }

    private void finish(HandOver mail, Outcome outcome) {
        metrics.count(mail, outcome, now());
        mail.outcome().complete(outcome);
    }

    /** Of a mail that was under way on a connection and that no relay has heard of. */
    void giveBack(HandOver mail) {
        leave(mail);
        mail.giveBack();
        wait(mail);
    }

    private void wait(HandOver mail) {
        if (stopping || mail.isLateToBegin(now())) {
            tooLate(mail);
        } else if (allDown()) {
            finish(mail, noRelay());
        } else {
            lanes.addFirst(mail);
        }
    }

    /** The relay was of no use to a mail that was under way: another one may be, while there is time. */
    void failed(HandOver mail, Relay relay, Outcome outcome) {
        leave(mail);
        mail.avoid(relay);
        boolean another = relays.stream().anyMatch(other -> other.isUp() && other.weight() > 0 && !mail.avoids(other));
        if (another && !stopping && !mail.isLateToBegin(now())) {
            mail.giveBack();
            lanes.addFirst(mail);
        } else {
            finish(mail, outcome);
        }
    }

    /** Its connection did not stand in time. */
    void bindingEnded(HandOver mail) {
        leave(mail);
        tooLate(mail);
    }

    private void tooLate(HandOver mail) {
        Rate all = limits.all();
        finish(mail, Outcome.notBegun("not its turn yet", all.hasRoom() ? null : all.nextTurn()));
    }

    void relayWentDown() {
        if (allDown()) {
            lanes.takeAll(mail -> true).forEach(mail -> finish(mail, noRelay()));
        }
    }

    void tick() {
        long now = now();
        relays.forEach(relay -> relay.tick(now, times));
        lanes.takeAll(mail -> mail.isLateToBegin(now)).forEach(this::tooLate);
        // Limits let more through as time goes by.
        dispatch();
    }

    int waiting() {
        return lanes.size();
    }

    List<Relay> relays() {
        return relays;
    }

    void stop() {
        stopping = true;
        lanes.takeAll(mail -> true).forEach(this::tooLate);
        relays.forEach(Relay::stop);
    }

    int underWay() {
        return underWay;
    }

    boolean isDone() {
        return underWay == 0 && relays.stream().allMatch(relay -> relay.connections() == 0);
    }
}
