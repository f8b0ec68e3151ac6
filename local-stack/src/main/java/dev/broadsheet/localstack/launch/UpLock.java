package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One launcher per home folder. The system lets go of the lock when the launcher dies, however it does. */
final class UpLock {

    private final FileLock lock;

    private UpLock(FileLock lock) {
        this.lock = lock;
    }

    static UpLock take(HomeFolder home) {
        Path file = home.run().resolve("up.lock");
        Path holder = home.run().resolve("up.holder");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StackException(
                        "Broadsheet is already up here, as process "
                                + (Files.exists(holder)
                                        ? Files.readString(holder).trim()
                                        : "unknown")
                                + ": stop it first (Ctrl-C in its terminal), or give this one its own BROADSHEET_HOME and ports.");
            }
            Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
            return new UpLock(lock);
        } catch (IOException e) {
            throw new StackException("Cannot lock " + file, e);
        }
    }

    void release() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new StackException("Cannot let go of the lock", e);
        }
    }
}
