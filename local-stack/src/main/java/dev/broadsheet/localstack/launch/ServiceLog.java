package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a service says: to its file always, to the console once that is wanted. The previous run's file is kept as one. */
final class ServiceLog implements AutoCloseable {

    private static final int REMEMBERED = 20;

    private final String service;
    private final Console console;
    private final BufferedWriter file;
    private final Deque<String> last = new ArrayDeque<>(REMEMBERED);
    private boolean followed;

    ServiceLog(String service, Path path, Console console) {
        this.service = service;
        this.console = console;
        try {
            if (Files.exists(path)) {
                Path previous = path.resolveSibling(path.getFileName() + ".previous");
                Files.move(path, previous, StandardCopyOption.REPLACE_EXISTING);
            }
            this.file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new StackException("Cannot write the log of " + service, e);
        }
    }

    synchronized void add(String line) {
        if (last.size() == REMEMBERED) {
            last.removeFirst();
        }
        last.addLast(line);
        if (followed) {
            console.log(service, line);
        }
        try {
            file.write(line);
            file.newLine();
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the log of " + service, e);
        }
    }

    synchronized void follow(boolean wanted) {
        followed = wanted;
    }

    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
