package dev.broadsheet.benchmarks.postfix;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** `smtp-sink`, which counts its mails. */
public final class SinkProcess implements AutoCloseable {

    private static final Pattern COUNTER = Pattern.compile("mesg=(\\d+)\\s*\\r");
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final String BACKLOG = "256";
    private static final int LONGEST_COUNTER = 128;
    private static final long PAUSE_MILLISECONDS = 20;

    private final Process process;
    private volatile long taken;

    private SinkProcess(Process process) {
        this.process = process;
        Thread counter = new Thread(this::count, "smtp-sink-counter");
        counter.setDaemon(true);
        counter.start();
    }

    public static SinkProcess listenOn(int port, Postfix postfix) {
        List<String> arguments = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to be root.
            arguments.addAll(List.of("-u", "nobody"));
        }
        arguments.addAll(List.of("-c", "127.0.0.1:" + port, BACKLOG));
        SinkProcess sink = new SinkProcess(postfix.start(postfix.sink(), arguments));
        sink.awaitStart(port);
        return sink;
    }

    /** How many mails it has taken, ever. */
    public long taken() {
        return taken;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitStart(int port) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new BenchmarkFailure("smtp-sink did not start");
            }
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new BenchmarkFailure("Interrupted while smtp-sink started", e);
            }
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** It writes its counters anew for each mail; the newest is what counts. */
    private void count() {
        byte[] buffer = new byte[1 << 16];
        String rest = "";
        try (InputStream counters = process.getInputStream()) {
            for (int read = counters.read(buffer); read >= 0; read = counters.read(buffer)) {
                String text = rest + new String(buffer, 0, read, StandardCharsets.US_ASCII);
                int from = Math.max(0, text.length() - LONGEST_COUNTER);
                Matcher newest = COUNTER.matcher(text.substring(from));
                while (newest.find()) {
                    taken = Long.parseLong(newest.group(1));
                }
                rest = text.substring(from);
            }
        } catch (IOException e) {
            // It has ended; the last count stands.
        }
    }
}
