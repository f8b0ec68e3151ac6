package dev.broadsheet.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that works off what the database says is due: until nothing is left, then again when woken or after a while.
 * What is due stands in rows, so a wake-up that is lost, or a process that dies, costs time and nothing else.
 */
public final class WorkLoop {

    private static final Logger LOG = Logger.getLogger(WorkLoop.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(15);

    private final String name;
    private final Duration interval;
    private final Step step;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    public WorkLoop(String name, Duration interval, Step step) {
        this.name = name;
        this.interval = interval;
        this.step = step;
    }

    public synchronized void start() {
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Work has just become due. May be called from any thread, as often as one likes. */
    public void wake() {
        wakeUps.release();
    }

    /** Lets the step under way end, and waits for it. */
    public synchronized void stop() {
        stopped = true;
        wake();
        if (thread == null) {
            return;
        }
        try {
            thread.join(STOP_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                if (!workOnce()) {
                    wakeUps.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean workOnce() throws InterruptedException {
        try {
            return step.work();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // The database is away, most likely; a rollback then comes as a checked exception that no signature tells
            // of.
            // The loop must outlive it: nothing else would start it again.
            LOG.warnf(e, "event=work.loop.delayed loop=%s", name);
            return false;
        }
    }

    /** One piece of work. Answers whether there was any, and so may be more. */
    public interface Step {
        boolean work() throws Exception;
    }
}
