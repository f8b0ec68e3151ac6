package dev.broadsheet.benchmarks.nginx;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.Program;
import dev.broadsheet.localstack.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The yardstick: the same bytes as files, by a server that does nothing else. Started with a configuration of its own that
 * is tuned for this.
 */
public final class Nginx implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLISECONDS = 20;

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    public static Nginx serve(Program program, Path folder, StaticSite site) {
        int port = new FreePorts().next();
        Path configuration = folder.resolve("nginx.conf");
        try {
            Files.writeString(configuration, configuration(folder, site, port));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + configuration, e);
        }
        Path log = folder.resolve("nginx.log");
        Process process = program.start(
                log,
                "-p",
                folder.toString(),
                "-c",
                configuration.toString(),
                "-e",
                log.toString(),
                "-g",
                "daemon off;");
        Nginx nginx = new Nginx(port, process);
        nginx.awaitStart(log);
        return nginx;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void awaitStart(Path log) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new BenchmarkFailure("nginx did not start:\n" + read(log));
            }
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new BenchmarkFailure("Interrupted while nginx started", e);
            }
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Every file stays open and known, and nothing is logged: what is measured is the sending. */
    private static String configuration(Path folder, StaticSite site, int port) {
        // Only root can give its workers another name; the folder is closed to others.
        String user = "root".equals(System.getProperty("user.name")) ? "user root root;" : "";
        return """
                %s
                worker_processes auto;
                worker_rlimit_nofile 65536;
                pid "%s/nginx.pid";
                events {
                    worker_connections 4096;
                }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_timeout 1h;
                    keepalive_requests 1000000000;
                    open_file_cache max=50000 inactive=1h;
                    open_file_cache_valid 1h;
                    open_file_cache_min_uses 1;
                    types {}
                    default_type "%s";
                    client_body_temp_path "%2$s/body";
                    proxy_temp_path "%2$s/proxy";
                    fastcgi_temp_path "%2$s/fastcgi";
                    uwsgi_temp_path "%2$s/uwsgi";
                    scgi_temp_path "%2$s/scgi";
                    server {
                        listen 127.0.0.1:%d;
                        root "%s";
                    }
                }
                """.formatted(user, folder, site.contentType(), port, site.folder());
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
