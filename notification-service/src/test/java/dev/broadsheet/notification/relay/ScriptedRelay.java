package dev.broadsheet.notification.relay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server on a real socket that answers as its script says. */
final class ScriptedRelay implements AutoCloseable {

    static final String CONNECT = "CONNECT";
    static final String CONTENT = "CONTENT";

    /** Says nothing and hangs up. */
    static final String HANG_UP = "hang up";

    /** Reads on and says nothing. */
    static final String SILENCE = "silence";

    /** Says nothing until another command has come, and then this. */
    static final String LATER = "later ";

    /** A mail as it arrived, its doubled dots undone. */
    record Mail(int connection, String sender, String recipient, byte[] content) {}

    /** What to answer; null for what a well-behaved server would say. */
    interface Script {
        String answer(String command, int connection);
    }

    private final ServerSocket socket;
    private final Script script;
    private final String offers;
    private final SSLContext tls;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private ScriptedRelay(int port, Script script, String offers, SSLContext tls) {
        try {
            this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.script = script;
        this.offers = offers;
        this.tls = tls;
        daemon(this::accept);
    }

    static ScriptedRelay polite() {
        return saying((command, connection) -> null);
    }

    static ScriptedRelay saying(Script script) {
        return new ScriptedRelay(0, script, "PIPELINING 8BITMIME", null);
    }

    static ScriptedRelay offering(String offers, Script script) {
        return new ScriptedRelay(0, script, offers, null);
    }

    static ScriptedRelay encrypting(String offers, SSLContext tls) {
        return new ScriptedRelay(0, (command, connection) -> null, offers, tls);
    }

    static ScriptedRelay at(int port) {
        return new ScriptedRelay(port, (command, connection) -> null, "PIPELINING", null);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Mail> mails() {
        return mails;
    }

    List<String> commands() {
        return commands;
    }

    int connections() {
        return connections.get();
    }

    int openConnections() {
        return open.size();
    }

    void hangUpOnAll() {
        for (Socket client : open) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                int number = connections.incrementAndGet();
                daemon(() -> new Session(client, number).talk());
            }
        } catch (IOException closed) {
            commands.add("closed");
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            hangUpOnAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Session {

        private final int number;
        private Socket client;
        private InputStream in;
        private OutputStream out;
        private String sender;
        private String recipient;
        private String later = "";

        Session(Socket client, int number) {
            this.client = client;
            this.number = number;
        }

        void talk() {
            open.add(client);
            try {
                in = new BufferedInputStream(client.getInputStream());
                out = client.getOutputStream();
                boolean goesOn = say(CONNECT, "220 scripted");
                while (goesOn) {
                    String line = readLine();
                    if (line == null) {
                        return;
                    }
                    commands.add(line);
                    if (!later.isEmpty()) {
                        write(later);
                        later = "";
                    }
                    goesOn = handle(line);
                }
            } catch (IOException brokenOff) {
                commands.add("broken off");
            } finally {
                open.remove(client);
                closeQuietly();
            }
        }

        private void closeQuietly() {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean handle(String line) throws IOException {
            switch (line.split("[ :]")[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> {
                    return say(line, offer());
                }
                case "MAIL" -> {
                    boolean nested = sender != null;
                    sender = accepts(line) && !nested ? between(line) : sender;
                    return say(line, nested ? "503 5.5.1 nested MAIL" : "250 2.1.0 ok");
                }
                case "RCPT" -> {
                    recipient = accepts(line) ? between(line) : recipient;
                    return say(line, "250 2.1.5 ok");
                }
                case "RSET" -> {
                    sender = null;
                    recipient = null;
                    return say(line, "250 2.0.0 ok");
                }
                case "DATA" -> {
                    return data(line);
                }
                case "STARTTLS" -> {
                    return say(line, "220 2.0.0 go") && encrypt();
                }
                case "QUIT" -> {
                    say(line, "221 2.0.0 bye");
                    return false;
                }
                default -> {
                    return say(line, "250 2.0.0 ok");
                }
            }
        }

        private boolean accepts(String line) {
            String scripted = script.answer(line, number);
            return scripted == null || scripted.startsWith(LATER);
        }

        private String offer() {
            StringBuilder lines = new StringBuilder("250-scripted\r\n");
            for (String keyword : offers.split(" ")) {
                lines.append("250-")
                        .append(keyword.replace('=', ' ').replace('+', ' '))
                        .append("\r\n");
            }
            return lines + "250 HELP";
        }

        private boolean data(String line) throws IOException {
            String scripted = script.answer(line, number);
            String usual = sender == null || recipient == null ? "554 5.5.1 no valid recipients" : "354 go on";
            String answer = scripted == null ? usual : scripted;
            if (!write(answer)) {
                return false;
            }
            if (!answer.startsWith("354")) {
                return true;
            }
            byte[] content = readContent();
            String verdict = script.answer(CONTENT + " to " + recipient, number);
            if (verdict == null || verdict.startsWith(LATER)) {
                mails.add(new Mail(number, sender, recipient, content));
            }
            sender = null;
            recipient = null;
            return write(verdict == null ? "250 2.0.0 taken" : verdict);
        }

        private boolean say(String command, String usual) throws IOException {
            String scripted = script.answer(command, number);
            return write(scripted == null ? usual : scripted);
        }

        private boolean write(String answer) throws IOException {
            if (answer.equals(HANG_UP)) {
                return false;
            }
            if (answer.startsWith(LATER)) {
                later = answer.substring(LATER.length());
            } else if (!answer.equals(SILENCE)) {
                out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            return true;
        }

        private boolean encrypt() throws IOException {
            if (tls == null) {
                return true;
            }
            SSLSocket encrypted =
                    (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            commands.add("encrypted");
            in = new BufferedInputStream(encrypted.getInputStream());
            out = encrypted.getOutputStream();
            return true;
        }

        private static String between(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }

        private String readLine() throws IOException {
            byte[] line = readLineBytes();
            return line == null ? null : new String(line, StandardCharsets.UTF_8).stripTrailing();
        }

        /** With its line feed; null at the end. */
        private byte[] readLineBytes() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != -1; next = in.read()) {
                line.write(next);
                if (next == '\n') {
                    return line.toByteArray();
                }
            }
            return null;
        }

        private byte[] readContent() throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            while (true) {
                byte[] line = readLineBytes();
                if (line == null) {
                    throw new IOException("ended in the middle of a mail");
                }
                if (line[0] == '.' && line.length == 3) {
                    return content.toByteArray();
                }
                int from = line[0] == '.' ? 1 : 0;
                content.write(line, from, line.length - from);
            }
        }
    }
}
