package dev.broadsheet.outbox;

import java.time.Duration;

/** A thread that repeats one step until it is stopped. The step says itself what it does about its failures. */
final class RelayThread {

    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final String name;
    private final Step step;
    private volatile boolean stopped;
    private Thread thread;

    RelayThread(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    synchronized void start() {
        stopped = false;
        thread = new Thread(this::repeat, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Interrupts the step and waits until the thread has ended, five seconds at most. */
    synchronized void stop() {
        stopped = true;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(STOP_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    private void repeat() {
        while (!stopped) {
            try {
                step.run();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    interface Step {
        void run() throws InterruptedException;
    }
}
