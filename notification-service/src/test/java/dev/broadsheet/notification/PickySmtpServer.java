package dev.broadsheet.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An SMTP relay with moods, on a real socket: it refuses whoever is {@code gone-...} for good, puts off whoever is
 * {@code later-...} once, hangs up on {@code rude-...} once in the middle of the mail and on {@code mute-...} once when it
 * has all of it and owes the answer, and takes everybody else.
 */
final class PickySmtpServer {

    private final ServerSocket socket;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private PickySmtpServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Runs until the JVM ends. Answers the port. */
    static int start() {
        try {
            PickySmtpServer server = new PickySmtpServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            daemon(server::accept);
            return server.socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                daemon(() -> talk(client));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 picky");
            boolean rude = false;
            boolean mute = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT")) {
                    rude = line.contains("rude-") && seen.add(line);
                    mute = line.contains("mute-") && seen.add(line);
                    say(out, answerTo(line));
                } else if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    if (rude) {
                        return;
                    }
                    readMail(in);
                    if (mute) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client has hung up: it may.
            seen.add("hung up");
        }
    }

    private String answerTo(String recipient) {
        if (recipient.contains("gone-")) {
            return "550 5.1.1 nobody of that name";
        }
        return recipient.contains("later-") && seen.add(recipient) ? "451 4.7.1 not now" : "250 ok";
    }

    private static void readMail(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "picky-smtp");
        thread.setDaemon(true);
        thread.start();
    }
}
