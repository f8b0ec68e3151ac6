package dev.broadsheet.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real server on a real socket that remembers every request and answers as it is told. */
final class RecordingUpstream implements AutoCloseable {

    interface Behaviour {
        void answer(Conversation conversation) throws Exception;
    }

    private static final Behaviour FRIENDLY = conversation -> {
        conversation.readBody();
        boolean head = conversation.requestLine().startsWith("HEAD ");
        conversation.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + (head ? "" : "hello"));
    };

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Conversation> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
    private volatile Behaviour behaviour = FRIENDLY;

    RecordingUpstream() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.submit(this::accept);
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    void behave(Behaviour told) {
        behaviour = told;
    }

    void answer(String answer) {
        behave(conversation -> {
            conversation.readBody();
            conversation.send(answer);
        });
    }

    void forget() {
        behaviour = FRIENDLY;
        received.clear();
        failures.clear();
    }

    Conversation next() throws InterruptedException {
        Conversation conversation = received.poll(15, TimeUnit.SECONDS);
        if (conversation == null) {
            throw new AssertionError("No request reached the upstream");
        }
        return conversation;
    }

    List<String> receivedTargets() {
        return received.stream().map(Conversation::target).toList();
    }

    /** What went wrong in a conversation, such as a client that hung up. */
    Exception nextFailure() throws InterruptedException {
        return failures.poll(15, TimeUnit.SECONDS);
    }

    private Void accept() throws IOException {
        while (!server.isClosed()) {
            Socket socket = server.accept();
            threads.submit(() -> serve(socket));
        }
        return null;
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream input = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                List<String> head = HeaderLines.readHead(input);
                if (head.isEmpty()) {
                    return;
                }
                Conversation conversation = new Conversation(socket, input, head);
                Behaviour told = behaviour;
                received.add(conversation);
                told.answer(conversation);
            }
        } catch (Exception failure) {
            failures.add(failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
