package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service as a child process: started, watched, started again when it dies, stopped. */
final class ServiceProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration READINESS_PAUSE = Duration.ofMillis(100);

    private final ServiceLaunch launch;
    private final Console console;
    private final ServiceLog log;
    private final PidFile pidFile;
    private final Backoff backoff;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Process process;

    ServiceProcess(ServiceLaunch launch, Console console, Backoff backoff) {
        this.launch = launch;
        this.console = console;
        this.backoff = backoff;
        this.log = new ServiceLog(launch.name(), launch.logFile(), console);
        this.pidFile = new PidFile(launch.pidFile());
    }

    /** Returns when the service is ready for work; fails when it ends or takes too long before that. */
    void start() throws InterruptedException {
        spawn();
        awaitReadiness();
        console.progress(launch.name() + " is ready");
        Thread watcher = new Thread(this::keepAlive, launch.name() + "-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    void follow() {
        log.follow(true);
    }

    /** From here on its end is wanted. Does not wait for it. */
    Optional<ProcessHandle> release() {
        stopping.countDown();
        log.follow(false);
        synchronized (this) {
            return Optional.ofNullable(process).map(Process::toHandle);
        }
    }

    void forget() {
        pidFile.delete();
    }

    private synchronized void spawn() {
        if (stopping.getCount() == 0) {
            throw new StackException(launch.name() + " was stopped while starting");
        }
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.workingFolder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        try {
            Process started = builder.start();
            pidFile.write(started.toHandle());
            process = started;
            Thread reader = new Thread(() -> read(started), launch.name() + "-log");
            reader.setDaemon(true);
            reader.start();
        } catch (IOException e) {
            throw new StackException("Cannot start " + launch.name(), e);
        }
    }

    private void awaitReadiness() throws InterruptedException {
        Readiness readiness = new Readiness(launch.readiness());
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!readiness.isReached()) {
            if (!process.isAlive()) {
                throw new StackException(launch.name() + " ended while starting, with exit code " + process.exitValue()
                        + ".\n" + evidence());
            }
            if (System.nanoTime() - end > 0) {
                throw new StackException(
                        launch.name() + " was not ready within " + START_LIMIT.toSeconds() + " s.\n" + evidence());
            }
            if (stopping.await(READINESS_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StackException(launch.name() + " was stopped while starting");
            }
        }
    }

    private void keepAlive() {
        try {
            while (true) {
                int exitCode = process.waitFor();
                Duration pause = backoff.next();
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                console.say("!! " + launch.name() + " ended by itself (exit code " + exitCode
                        + ") and is started again. " + evidence());
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        try {
            spawn();
            awaitReadiness();
            console.progress(launch.name() + " is ready again");
        } catch (StackException e) {
            console.say("!! " + e.getMessage());
        }
    }

    private void read(Process started) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
            }
        } catch (IOException e) {
            log.add("(the log broke off: " + e.getMessage() + ")");
        }
    }

    private String evidence() {
        return "The last lines of " + launch.logFile() + ":\n    " + String.join("\n    ", log.lastLines());
    }
}
