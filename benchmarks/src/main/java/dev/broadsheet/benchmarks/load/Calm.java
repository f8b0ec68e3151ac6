package dev.broadsheet.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Work that comes after an answer (events, consumers, the database's housekeeping) must not fall into a measurement. */
public final class Calm {

    private static final double IDLE = 0.10;
    private static final int SECONDS_IN_A_ROW = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private boolean throughout = true;
    private double load;

    /** Waits until the machine has little to do; false if it still had much after a while. */
    public boolean await() {
        machine.getCpuLoad();
        int calm = 0;
        for (long waited = 0; waited < PATIENCE.toSeconds(); waited++) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkFailure("Interrupted", e);
            }
            load = machine.getCpuLoad();
            calm = load < IDLE ? calm + 1 : 0;
            if (calm == SECONDS_IN_A_ROW) {
                return true;
            }
        }
        throughout = false;
        return false;
    }

    /** The share of the processors that was busy in the last second of the last wait. */
    public double load() {
        return load;
    }

    /** Whether every wait so far ended well. */
    public boolean throughout() {
        return throughout;
    }
}
