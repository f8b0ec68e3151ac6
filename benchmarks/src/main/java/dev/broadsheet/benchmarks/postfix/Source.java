package dev.broadsheet.benchmarks.postfix;

import dev.broadsheet.localstack.sink.SmtpSink;
import java.util.List;

/** `smtp-source`, over connections that stay open. */
public final class Source {

    private static final double NANOSECONDS = 1e9;
    private static final int SMALL = 1_000;

    private final Postfix postfix;
    private final int port;
    private final int connections;

    public Source(Postfix postfix, int port, int connections) {
        this.postfix = postfix;
        this.port = port;
        this.connections = connections;
    }

    /**
     * How much a mail is larger than what the program was asked for.
     *
     * @param relay the one that is listening
     */
    public int headerSize(SmtpSink relay) {
        relay.forget();
        send(1, SMALL);
        return (int) relay.octets() - SMALL;
    }

    /**
     * Sends so many.
     *
     * @param size without header
     * @return mails a second
     */
    public double send(int mails, int size) {
        long startedAt = System.nanoTime();
        postfix.run(
                postfix.source(),
                List.of(
                        "-d",
                        "-m",
                        Integer.toString(mails),
                        "-s",
                        Integer.toString(Math.min(mails, connections)),
                        "-l",
                        Integer.toString(size),
                        "-f",
                        "sender@broadsheet.example",
                        "-t",
                        "reader@example.com",
                        "127.0.0.1:" + port));
        return mails * NANOSECONDS / (System.nanoTime() - startedAt);
    }
}
