package dev.broadsheet.benchmarks.newsroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a process holds of the machine's memory, as Linux counts it; elsewhere unknown. */
public final class Memory {

    private static final long KILOBYTES_PER_MEGABYTE = 1024;
    private static final String FORGET_THE_PEAK = "5";

    private final Path folder;

    public Memory(long process) {
        this.folder = Path.of("/proc", Long.toString(process));
    }

    public OptionalLong residentMegabytes() {
        return megabytes("VmRSS:");
    }

    /** The most since {@link #forgetThePeak}. */
    public OptionalLong peakMegabytes() {
        return megabytes("VmHWM:");
    }

    public void forgetThePeak() {
        try {
            Files.writeString(folder.resolve("clear_refs"), FORGET_THE_PEAK);
        } catch (IOException e) {
            // Then the peak is that of the whole life of the process: never too low.
        }
    }

    private OptionalLong megabytes(String name) {
        try (Stream<String> lines = Files.lines(folder.resolve("status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
