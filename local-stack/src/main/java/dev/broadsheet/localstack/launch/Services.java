package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Our own programs as children of this one. */
final class Services {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final List<ServiceProcess> processes;

    Services(List<ServiceLaunch> launches, Console console) {
        this.processes = launches.stream()
                .map(launch -> new ServiceProcess(launch, console, new Backoff(Clock.systemUTC(), FIRST_PAUSE)))
                .toList();
    }

    /** All at once; the first that fails ends the wait. */
    void start() {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        List<CompletableFuture<Void>> starts =
                processes.stream().map(process -> start(process, failed)).toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException known
                    ? known
                    : new StackException("The services did not start", e.getCause());
        }
        processes.forEach(ServiceProcess::follow);
    }

    void stop() {
        List<ProcessHandle> running = processes.stream()
                .flatMap(process -> process.release().stream())
                .toList();
        Termination.of(running);
        processes.forEach(ServiceProcess::forget);
    }

    private static CompletableFuture<Void> start(ServiceProcess process, CompletableFuture<Void> failed) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread starter = new Thread(() -> {
            try {
                process.start();
                started.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                started.completeExceptionally(e);
                failed.completeExceptionally(e);
            }
        });
        starter.setDaemon(true);
        starter.start();
        return started;
    }
}
