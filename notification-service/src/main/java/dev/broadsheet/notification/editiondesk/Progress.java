package dev.broadsheet.notification.editiondesk;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the rows of an edition again each second, once for all who watch it, and not at all when nobody does. */
@ApplicationScoped
class Progress {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final DeskEditions editions;
    private final ConcurrentMap<UUID, Multi<DeskEdition>> watched = new ConcurrentHashMap<>();

    Progress(DeskEditions editions) {
        this.editions = editions;
    }

    /** Ends with the edition's last state, or when it is no more. */
    Multi<DeskEdition> of(UUID edition) {
        return watched.computeIfAbsent(edition, this::watch);
    }

    private Multi<DeskEdition> watch(UUID edition) {
        return count(edition)
                // From the end of a count: one that takes long is not followed by all those that it has kept waiting.
                .repeat()
                .withDelay(INTERVAL)
                .indefinitely()
                // The last state is shown, and then the end.
                .onItem()
                .transformToMultiAndConcatenate(state -> state.isSent()
                        ? Multi.createFrom().items(Optional.of(state), Optional.<DeskEdition>empty())
                        : Multi.createFrom().item(Optional.of(state)))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get)
                .onTermination()
                .invoke(() -> watched.remove(edition))
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    private Uni<DeskEdition> count(UUID edition) {
        return Uni.createFrom()
                .item(() -> editions.read(edition))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
