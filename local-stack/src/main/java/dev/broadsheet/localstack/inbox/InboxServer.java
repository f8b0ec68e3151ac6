package dev.broadsheet.localstack.inbox;

import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.localstack.mail.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The mailbox over HTTP: a page for people and Mailpit's API for programs. */
public final class InboxServer {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;

    static {
        // Without it every answer on a kept connection waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private InboxServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    public static InboxServer start(String host, int port, Mailbox mailbox) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "inbox");
            thread.setDaemon(true);
            return thread;
        });
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.createContext("/", new InboxHandler(new MailpitApi(mailbox), new InboxPages(mailbox)));
            server.setExecutor(threads);
            server.start();
            return new InboxServer(server, threads);
        } catch (IOException e) {
            threads.shutdownNow();
            throw new UncheckedIOException("The inbox page cannot use port " + port, e);
        }
    }

    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
