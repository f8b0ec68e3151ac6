package dev.broadsheet.subscription.importing;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A thread that writes chunks while the next one is read. It waits with a chunk in hand, so that memory holds a few chunks,
 * however long the body: who reads cannot run ahead. While nothing comes, it says that the import is alive.
 */
final class ChunkPipe {

    private static final Chunk END = new Chunk();
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int WAITING = 2;

    private final UUID importId;
    private final ChunkWriter writer;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile Throwable failure;
    private volatile boolean cut;

    ChunkPipe(UUID importId, ChunkWriter writer) {
        this.importId = importId;
        this.writer = writer;
        this.thread = new Thread(this::run, "import-" + importId);
        thread.setDaemon(true);
    }

    void open() {
        thread.start();
    }

    /** Hands a chunk on, when there is room. */
    void put(Chunk chunk) throws InterruptedException {
        while (!chunks.offer(chunk, BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            failIfFailed();
        }
        failIfFailed();
    }

    /** Returns when everything that was put is committed. */
    void close() throws InterruptedException {
        put(END);
        thread.join();
        failIfFailed();
    }

    /** Lets the chunk in hand be committed, and drops the others. */
    void cut() throws InterruptedException {
        cut = true;
        chunks.clear();
        chunks.offer(END);
        thread.join();
    }

    private void run() {
        try {
            for (Chunk chunk = next(); chunk != END && !cut; chunk = next()) {
                writer.write(importId, chunk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = e;
            // Whoever waits for room must come to see it.
            chunks.clear();
        }
    }

    private Chunk next() throws InterruptedException {
        Chunk chunk = chunks.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        while (chunk == null) {
            writer.write(importId, new Chunk());
            chunk = chunks.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
        return chunk;
    }

    private void failIfFailed() {
        if (failure instanceof ImportAbandonedException abandoned) {
            throw abandoned;
        }
        if (failure != null) {
            throw new ImportFailedException(failure);
        }
    }
}
