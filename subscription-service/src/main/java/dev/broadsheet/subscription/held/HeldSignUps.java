package dev.broadsheet.subscription.held;

import dev.broadsheet.subscription.paging.Cursor;
import dev.broadsheet.subscription.paging.Page;
import dev.broadsheet.subscription.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Sign-ups that a flood defence held: operators let them go on, or delete them. */
@ApplicationScoped
class HeldSignUps {

    /** Nobody expects a confirmation of what was typed a month ago. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final HeldSignUpRepository repository;
    private final Clock clock;

    HeldSignUps(HeldSignUpRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Transactional
    Page<HeldSignUp> page(PageRequest request) {
        return request.pageOf(
                repository.page(request),
                item -> new Cursor(item.heldAt(), item.id().toString()));
    }

    /** Queues the sign-up again, this time without doubts. False if there is none of this id. */
    @Transactional
    boolean release(UUID id) {
        return repository.release(id);
    }

    @Transactional
    void delete(UUID id) {
        repository.delete(id);
    }

    @Transactional
    int deleteAllOf(String reason, String domain) {
        return repository.deleteAllOf(reason, domain);
    }

    @Transactional
    int deleteOld() {
        return repository.deleteHeldBefore(clock.instant().minus(KEPT));
    }
}
