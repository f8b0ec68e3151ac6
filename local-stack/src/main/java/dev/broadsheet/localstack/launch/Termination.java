package dev.broadsheet.localstack.launch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Ends processes: asks all at once, waits a while, then insists. */
final class Termination {

    private static final Duration GRACE = Duration.ofSeconds(12);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);
    private static final long PAUSE_NANOSECONDS = Duration.ofMillis(20).toNanos();

    private Termination() {}

    static void of(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!areGoneWithin(processes, GRACE)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            areGoneWithin(processes, AFTER_KILL);
        }
    }

    private static boolean areGoneWithin(List<ProcessHandle> processes, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(Termination::isRunning)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
        return true;
    }

    /** A zombie is alive to the system but has no command any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
