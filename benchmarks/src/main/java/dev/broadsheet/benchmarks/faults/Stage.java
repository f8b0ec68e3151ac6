package dev.broadsheet.benchmarks.faults;

import dev.broadsheet.benchmarks.mailroom.Mailroom;
import dev.broadsheet.benchmarks.mailroom.Replica;
import dev.broadsheet.localstack.sink.SmtpSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mailroom whose relay counts and misbehaves, and whose senders come and go. */
public final class Stage implements AutoCloseable {

    private final Mailroom mailroom;
    private final SmtpSink relay;
    private final List<Replica> senders = new ArrayList<>();

    private Stage(Mailroom mailroom, SmtpSink relay) {
        this.mailroom = mailroom;
        this.relay = relay;
    }

    /**
     * With one sender.
     *
     * @param root the checkout whose packaged services are used
     * @param launch what a person would set for the launcher, beside folders and ports
     */
    public static Stage open(Path root, Path home, Map<String, String> launch) {
        Mailroom mailroom = Mailroom.open(root, home, launch);
        Stage stage = new Stage(mailroom, SmtpSink.listenOn(mailroom.relayPort()));
        try {
            stage.haveSenders(1);
            return stage;
        } catch (RuntimeException e) {
            // Nobody has it yet who could close it.
            stage.close();
            throw e;
        }
    }

    public Mailroom mailroom() {
        return mailroom;
    }

    public SmtpSink relay() {
        return relay;
    }

    /** So many living ones, all of them ready. */
    void haveSenders(int count) {
        senders.removeIf(sender -> {
            boolean dead = !sender.isAlive();
            if (dead) {
                mailroom.remove(sender);
            }
            return dead;
        });
        while (senders.size() > count) {
            Replica last = senders.remove(senders.size() - 1);
            last.stop();
            mailroom.remove(last);
        }
        while (senders.size() < count) {
            senders.add(mailroom.addSender(Map.of()));
        }
        senders.forEach(Replica::awaitReady);
    }

    Replica firstSender() {
        return senders.get(0);
    }

    Replica lastSender() {
        return senders.get(senders.size() - 1);
    }

    /** What the process that dies had under way, and at most what others had. */
    long kill(Replica sender) {
        sender.kill();
        return mailroom.ledger().underWay();
    }

    @Override
    public void close() {
        mailroom.close();
        relay.close();
    }
}
