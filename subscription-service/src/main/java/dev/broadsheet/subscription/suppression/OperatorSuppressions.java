package dev.broadsheet.subscription.suppression;

import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.paging.Cursor;
import dev.broadsheet.subscription.paging.Page;
import dev.broadsheet.subscription.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/** Operators put addresses on the suppression list, look them up and take them off. */
@ApplicationScoped
class OperatorSuppressions {

    private final Suppressions suppressions;
    private final SuppressionRepository repository;
    private final Event<AddressSuppressed> suppressed;
    private final Clock clock;

    OperatorSuppressions(
            Suppressions suppressions,
            SuppressionRepository repository,
            Event<AddressSuppressed> suppressed,
            Clock clock) {
        this.suppressions = suppressions;
        this.repository = repository;
        this.suppressed = suppressed;
        this.clock = clock;
    }

    @Transactional
    Page<SuppressedAddress> page(PageRequest request) {
        return request.pageOf(repository.page(request), item -> new Cursor(item.since(), item.id()));
    }

    @Transactional
    Optional<SuppressedAddress> find(EmailAddress address) {
        return repository.find(HexFormat.of().parseHex(suppressions.idOf(address)));
    }

    /** Puts the address on the list, unless it is there already: its reason then stays. */
    @Transactional
    Addition add(EmailAddress address) {
        // An import that has looked for the address on the list, and has not yet committed the reader, would miss this.
        repository.lockOutImports();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean isNew = suppressions.add(address, SuppressionReason.OPERATOR, now);
        SuppressedAddress item = find(address).orElseThrow();
        suppressed.fire(new AddressSuppressed(address, item.reason()));
        return new Addition(item, isNew);
    }

    @Transactional
    void lift(EmailAddress address) {
        lift(suppressions.idOf(address));
    }

    /** Takes the address off the list; nothing happens if it is not on it. */
    @Transactional
    void lift(String id) {
        suppressions.remove(id);
    }

    record Addition(SuppressedAddress item, boolean isNew) {}
}
