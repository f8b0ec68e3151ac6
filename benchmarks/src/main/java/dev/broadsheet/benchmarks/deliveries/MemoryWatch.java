package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.benchmarks.newsroom.Memory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks again and again at what a process holds of the machine's memory. */
final class MemoryWatch implements AutoCloseable {

    private static final long INTERVAL_MILLISECONDS = 250;

    private final Memory memory;
    private final List<Long> megabytes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "memory-watch");
        thread.setDaemon(true);
        return thread;
    });

    MemoryWatch(long process) {
        this.memory = new Memory(process);
        clock.scheduleAtFixedRate(this::look, 0, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Of what was seen so far; all 0 where the system does not tell. */
    Resident seen() {
        List<Long> seen = List.copyOf(megabytes);
        return seen.isEmpty()
                ? new Resident(0, 0, 0, 0)
                : new Resident(
                        seen.get(0),
                        seen.get(seen.size() / 2),
                        seen.get(seen.size() - 1),
                        seen.stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void look() {
        memory.residentMegabytes().ifPresent(megabytes::add);
    }

    /** Megabytes. */
    record Resident(long atStart, long halfWay, long atEnd, long most) {

        /** Of the second half: what is started and warmed up does not grow any more. */
        long growth() {
            return atEnd - halfWay;
        }
    }
}
